package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** At most once for each idempotency key, which travels as client tag or reference: whatever ids a client used to send it. */
final class Keys {
    private final Map<Long, Long> causes = new HashMap<>();

    /** What a step caused; exits carry the key of their entry, which has been carried out long since. */
    void check(List<CoreEvent> events) {
        Set<Long> exits = new HashSet<>();
        for (CoreEvent event : events) {
            if (event instanceof CoreEvent.ExitsPlaced placed) {
                exits.add(placed.takeProfitOrderId());
                exits.add(placed.stopOrderId());
            }
        }
        for (CoreEvent event : events) {
            if (!(event instanceof CoreEvent.OrderAccepted accepted && exits.contains(accepted.orderId()))) {
                check(event);
            }
        }
    }

    private void check(CoreEvent event) {
        switch (event) {
            case CoreEvent.OrderAccepted e -> check(e.clientTag(), e);
            case CoreEvent.HoldPlaced e -> check(e.reference(), e);
            case CoreEvent.Posted e -> {
                if (e.holdId() == 0 && e.tradeId() == 0 && !RefReversals.isOfTheCore(e.code())) {
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
