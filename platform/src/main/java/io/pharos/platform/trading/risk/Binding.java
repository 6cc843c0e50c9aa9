package io.pharos.platform.trading.risk;

import io.pharos.platform.trading.projection.RiskChangeRow;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What binds an order of one customer in one instrument, as the core reckons it: of each scope its own limit, or where it
 * has none the default, and the smallest of the three.
 */
public final class Binding {
    /** Limits that count what a whole scope does: those of firm and instrument are no one customer's. */
    private static final EnumSet<LimitKind> SHARED = EnumSet.of(LimitKind.OPEN_ORDERS, LimitKind.MESSAGE_RATE);

    private Binding() {}

    /** The limits, in the order of their kinds; such as are shared with others are left out. */
    public static List<RiskChangeRow> limits(List<RiskChangeRow> rows) {
        List<RiskChangeRow> limits = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            if (kind == LimitKind.NONE) {
                continue;
            }
            RiskChangeRow smallest = null;
            for (RiskScope scope : RiskScope.values()) {
                RiskChangeRow row = SHARED.contains(kind) && scope != RiskScope.ACCOUNT ? null : of(rows, scope, kind);
                if (row != null && (smallest == null || row.value() < smallest.value())) {
                    smallest = row;
                }
            }
            if (smallest != null) {
                limits.add(smallest);
            }
        }
        return limits;
    }

    /** The widest kill switch that is engaged. */
    public static Optional<RiskScope> blockedBy(List<RiskChangeRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() == LimitKind.NONE && row.value() == 1)
                .map(RiskChangeRow::scope)
                .sorted()
                .findFirst();
    }

    private static @Nullable RiskChangeRow of(List<RiskChangeRow> rows, RiskScope scope, LimitKind kind) {
        RiskChangeRow found = null;
        for (RiskChangeRow row : rows) {
            boolean isOwn = found == null || row.subjectId() != 0;
            if (row.scope() == scope && row.kind() == kind && row.value() >= 0 && isOwn) {
                found = row;
            }
        }
        return found == null || found.value() == 0 ? null : found;
    }
}
