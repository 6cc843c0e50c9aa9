package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.projection.RiskChangeRow;
import io.pharos.platform.trading.risk.LimitUnits;
import io.pharos.platform.trading.risk.RiskChanges.Change;
import io.pharos.platform.trading.risk.RiskReason;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns changes of limits and kill switches into what the API shows. */
final class RiskViews {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InstrumentDirectory directory;
    private final LimitUnits units;

    RiskViews(InstrumentDirectory directory, LimitUnits units) {
        this.directory = directory;
        this.units = units;
    }

    /**
     * A limit as it was set.
     *
     * @param account {@code acc_…}; absent: all customers, or another scope
     * @param symbol absent: all instruments, or another scope
     * @param value absent: no limit, or taken back where inherits is true
     * @param unit an asset's code, or LOTS, QUOTE (the currency of each instrument), PERCENT, ORDERS, PER_SECOND
     * @param staffId who set it; absent where a program did
     * @param at absent where nothing was ever set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitView(
            @Schema(implementation = RiskScope.class) String scope,
            @Nullable String account,
            @Nullable String symbol,
            @Schema(implementation = LimitKind.class) String kind,
            @Nullable @DecimalText String value,
            String unit,
            boolean inherits,
            @Nullable String staffId,
            @Schema(implementation = RiskReason.class) String reasonCode,
            @Nullable String reason,
            @Nullable Instant at,
            long sequence) {}

    /**
     * A kill switch as it was set last.
     *
     * @param cancelledOrders open orders that it found when it was engaged
     * @param at absent where it was never engaged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SwitchView(
            @Schema(implementation = RiskScope.class) String scope,
            @Nullable String account,
            @Nullable String symbol,
            boolean engaged,
            long cancelledOrders,
            @Nullable String staffId,
            @Schema(implementation = RiskReason.class) String reasonCode,
            @Nullable String reason,
            @Nullable Instant at,
            long sequence) {}

    /** One change, of a limit or of a switch: the other one is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Nullable LimitView limit,
            @Nullable @DecimalText String previousValue,
            @Nullable SwitchView killSwitch) {}

    /** A limit that binds the caller. */
    record BindingView(
            @Schema(implementation = LimitKind.class) String kind,
            @DecimalText String value,
            String unit,
            @Schema(implementation = RiskScope.class) String scope) {}

    LimitView limit(Change change) {
        RiskChangeRow row = change.row();
        Instrument instrument = instrument(row);
        return new LimitView(
                row.scope().name(),
                account(row),
                instrument == null ? null : instrument.symbol(),
                row.kind().name(),
                value(row.kind(), instrument, row.value()),
                units.unit(row.kind(), instrument),
                row.value() < 0,
                change.staffId(),
                RiskReason.ofCode(row.reasonCode()).name(),
                change.reason(),
                at(row),
                row.sequence());
    }

    SwitchView killSwitch(Change change) {
        RiskChangeRow row = change.row();
        Instrument instrument = instrument(row);
        return new SwitchView(
                row.scope().name(),
                account(row),
                instrument == null ? null : instrument.symbol(),
                row.value() == 1,
                row.openOrders(),
                change.staffId(),
                RiskReason.ofCode(row.reasonCode()).name(),
                change.reason(),
                at(row),
                row.sequence());
    }

    ChangeView change(Change change) {
        RiskChangeRow row = change.row();
        return row.kind() == LimitKind.NONE
                ? new ChangeView(null, null, killSwitch(change))
                : new ChangeView(limit(change), value(row.kind(), instrument(row), row.previousValue()), null);
    }

    /** In the units of the instrument that the customer asks about. */
    BindingView binding(RiskChangeRow row, Instrument instrument) {
        return new BindingView(
                row.kind().name(),
                units.format(row.kind(), instrument, row.value()),
                units.unit(row.kind(), instrument),
                row.scope().name());
    }

    private @Nullable String value(LimitKind kind, @Nullable Instrument instrument, long value) {
        return value <= 0 ? null : units.format(kind, instrument, value);
    }

    private @Nullable Instrument instrument(RiskChangeRow row) {
        return row.scope() == RiskScope.INSTRUMENT && row.subjectId() != 0
                ? directory.instrument((int) row.subjectId())
                : null;
    }

    private static @Nullable String account(RiskChangeRow row) {
        return row.scope() == RiskScope.ACCOUNT && row.subjectId() != 0 ? RiskForms.account(row.subjectId()) : null;
    }

    private static @Nullable Instant at(RiskChangeRow row) {
        return row.sequence() == 0
                ? null
                : Instant.ofEpochSecond(row.atNanos() / NANOS_PER_SECOND, row.atNanos() % NANOS_PER_SECOND);
    }
}
