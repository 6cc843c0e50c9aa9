package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreEvent;
import java.util.HashMap;
import java.util.Map;

/** At most once for each idempotency key, which travels as client tag or reference: whatever ids a client used to send it. */
final class Keys {
    private final Map<Long, Long> causes = new HashMap<>();

    void check(CoreEvent event) {
        switch (event) {
            case CoreEvent.OrderAccepted e -> check(e.clientTag(), e);
            case CoreEvent.HoldPlaced e -> check(e.reference(), e);
            case CoreEvent.Posted e -> {
                if (e.holdId() == 0 && e.tradeId() == 0) {
                    check(e.reference(), e);
                }
            }
            default -> {}
        }
    }

    private void check(long key, CoreEvent event) {
        Long cause = causes.putIfAbsent(key, event.commandId());
        if (key != 0 && cause != null && cause != event.commandId()) {
            throw new Violation(
                    "once",
                    "the intent of key " + key + " was carried out by command " + cause + " and again: " + event);
        }
    }
}
