package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.KillSwitchChanged;
import io.pharos.cluster.message.CoreEvent.LimitChanged;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;

/**
 * A change of a risk limit, or of a kill switch.
 *
 * @param subjectId account or instrument; 0 for the firm, and for the default of all of them
 * @param kind NONE for a kill switch
 * @param value in the core's units, 0 for no limit, -1 for the default; of a kill switch 1 while it is engaged
 * @param openOrders that a kill switch cancelled
 */
public record RiskChangeRow(
        long sequence,
        RiskScope scope,
        long subjectId,
        LimitKind kind,
        long previousValue,
        long value,
        long openOrders,
        long staffAccountId,
        int reasonCode,
        long clientId,
        long commandId,
        long atNanos) {
    static RiskChangeRow of(LimitChanged e) {
        return new RiskChangeRow(
                e.sequence(),
                e.scope(),
                e.subjectId(),
                e.limitKind(),
                e.previousValue(),
                e.value(),
                0,
                e.staffId(),
                e.reasonCode(),
                e.clientId(),
                e.commandId(),
                e.timeNanos());
    }

    static RiskChangeRow of(KillSwitchChanged e) {
        return new RiskChangeRow(
                e.sequence(),
                e.scope(),
                e.subjectId(),
                LimitKind.NONE,
                e.engaged() ? 0 : 1,
                e.engaged() ? 1 : 0,
                e.engaged() ? e.openOrders() : 0,
                e.staffId(),
                e.reasonCode(),
                e.clientId(),
                e.commandId(),
                e.timeNanos());
    }
}
