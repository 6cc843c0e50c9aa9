package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two orders of which one cancels the other: each has the same open quantity, or there is neither. */
final class RefLinks {
    private final RefState state;
    private final RefMatching matching;

    RefLinks(RefState state, RefMatching matching) {
        this.state = state;
        this.matching = matching;
    }

    /** The first order of a pair, as if it came alone. */
    static CoreCommand.PlaceOrder first(CoreCommand.PlaceOco c) {
        return order(c, c.side(), c.orderType(), c.priceTicks(), c.triggerPriceTicks(), c.trailTicks(), c.trailPpm());
    }

    /** The other order of a pair, as if it came alone. */
    static CoreCommand.PlaceOrder other(CoreCommand.PlaceOco c) {
        return order(
                c,
                c.otherSide(),
                c.otherOrderType(),
                c.otherPriceTicks(),
                c.otherTriggerPriceTicks(),
                c.otherTrailTicks(),
                c.otherTrailPpm());
    }

    private static CoreCommand.PlaceOrder order(
            CoreCommand.PlaceOco c,
            Side side,
            OrderType type,
            long price,
            long trigger,
            long trailTicks,
            int trailPpm) {
        return new CoreCommand.PlaceOrder(
                c.accountId(),
                c.instrumentId(),
                side,
                type,
                c.timeInForce(),
                false,
                price,
                c.quantityLots(),
                c.clientTag(),
                new OrderConditions(
                        trigger, trailTicks, trailPpm, 0, 0, c.expiresNanos(), c.selfTradePrevention(), false));
    }

    /** An order that is set off goes on alone. */
    void end(RefOrder order) {
        RefOrder other = order.linked == 0 ? null : state.order(order.linked);
        order.linked = 0;
        if (other != null) {
            other.linked = 0;
            matching.cancel(other, CancelReason.LINKED);
        }
    }

    /** Passes on to the partners what befell orders; between pairs in the order of the events, which nothing prescribes. */
    void complete() {
        List<RefOrder> behind = new ArrayList<>();
        for (RefOrder order : state.orders(0)) {
            if (order.linked != 0 && excess(order, state.order(order.linked)) > 0) {
                behind.add(order);
            }
        }
        behind.sort(Comparator.comparingInt(this::place));
        for (RefOrder order : behind) {
            RefOrder partner = state.order(order.linked);
            if (partner == null) {
                matching.cancel(order, CancelReason.LINKED);
            } else {
                matching.reduce(order, excess(order, partner));
            }
        }
    }

    private static long excess(RefOrder order, @Nullable RefOrder partner) {
        return order.remaining() - (partner == null ? 0 : partner.remaining());
    }

    private int place(RefOrder order) {
        List<CoreEvent> events = matching.step().events();
        for (int i = matching.said(); i < events.size(); i++) {
            boolean isOf = switch (events.get(i)) {
                case CoreEvent.OrderCancelled e -> e.orderId() == order.orderId && e.reason() == CancelReason.LINKED;
                case CoreEvent.OrderReduced e -> e.orderId() == order.orderId;
                default -> false;
            };
            if (isOf) {
                return i;
            }
        }
        return events.size();
    }
}
