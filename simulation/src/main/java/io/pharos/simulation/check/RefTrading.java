package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.TimeInForce;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * Trading as {@code docs/concepts/orders.md} says it: predicts what an accepted command does, line by line. Whether a command
 * or an order that is set off is accepted it takes from the event; {@link Rules} judges that.
 */
final class RefTrading {
    private final RefState state;
    private final RefMatching matching;
    private final RefSessions sessions;

    /** What the reply must say. */
    long entityId;

    long filled;
    long remaining;

    /** The order of the command; 0 for none. */
    private long ownOrderId;

    private long lastOrderId;

    RefTrading(RefState state) {
        this.state = state;
        matching = new RefMatching(state.settlement);
        sessions = new RefSessions(state, matching);
    }

    void begin(Step step, List<String> lines) {
        matching.begin(step, lines);
        entityId = 0;
        ownOrderId = 0;
        filled = 0;
        remaining = 0;
    }

    /** Does what time has brought, in its order; an order that ends with a phase ends before it. */
    void expire() {
        while (true) {
            RefOrder order = state.orders(0).stream()
                    .filter(open -> open.expiresNanos != 0)
                    .min(Comparator.comparingLong((RefOrder open) -> open.expiresNanos)
                            .thenComparingLong(open -> open.orderId))
                    .orElse(null);
            long orderNanos = order == null ? Long.MAX_VALUE : order.expiresNanos;
            long sessionNanos = sessions.nextNanos();
            if (Math.min(orderNanos, sessionNanos) > state.timeNanos) {
                return;
            }
            if (order != null && orderNanos <= sessionNanos) {
                matching.cancel(order, CancelReason.EXPIRED);
            } else {
                sessions.advance(this::setOffStops);
            }
        }
    }

    void place(CoreCommand.PlaceOrder command, RefInstrument of) {
        long orderId = matching.step().events().stream()
                .filter(CoreEvent.OrderAccepted.class::isInstance)
                .mapToLong(event -> ((CoreEvent.OrderAccepted) event).orderId())
                .findFirst()
                .orElse(0);
        Violation.unless(orderId > lastOrderId, "book", "order ids rise: " + orderId + " after " + lastOrderId);
        lastOrderId = orderId;
        entityId = orderId;
        ownOrderId = orderId;
        RefOrder order = new RefOrder(orderId, command, of);
        if (command.orderType().isConditional()) {
            order.waits = true;
            long given = command.conditions().triggerPriceTicks();
            order.trigger = given > 0 ? given : matching.trailed(order, of.lastPrice);
            accepted(order, 0);
            remaining = order.remaining();
            matching.queue(order);
            if (order.type == OrderType.TRAILING_STOP && of.lastPrice > 0) {
                matching.follow(order, of.lastPrice);
            }
        } else {
            long effective = effectivePrice(order, command);
            accepted(order, effective);
            boolean isForAuction = isForAuction(order);
            if (isForAuction || order.type == OrderType.MARKET_TO_LIMIT) {
                order.type = OrderType.LIMIT;
            }
            if (isForAuction) {
                order.parked = order.timeInForce == TimeInForce.AT_CLOSE && of.phase != Phase.CLOSING_AUCTION;
                remaining = matching.rest(order);
            } else {
                enter(order, effective);
            }
            boolean isWhole = command.timeInForce() != TimeInForce.FOK || order.remaining() == 0;
            Violation.unless(isWhole, "book", "a fill-or-kill order is filled whole: " + order);
            boolean meetsMinimum = order.filled >= command.conditions().minimumLots();
            Violation.unless(meetsMinimum, "book", "the minimum quantity trades at once: " + order);
            boolean isMaker = !command.postOnly() || order.filled == 0;
            Violation.unless(isMaker, "book", "a post-only order does not take: " + order);
        }
        setOffStops(of);
    }

    void replace(CoreCommand.ReplaceOrder command, RefOrder order) {
        entityId = order.orderId;
        ownOrderId = order.orderId;
        long trigger = command.triggerPriceTicks() == 0 ? order.trigger : command.triggerPriceTicks();
        boolean keeps = command.priceTicks() == order.price
                && command.quantityLots() < order.quantity
                && trigger == order.trigger;
        order.price = command.priceTicks();
        order.quantity = command.quantityLots();
        order.trigger = trigger;
        order.hold = order.waits ? 0 : order.need(order.price, order.remaining());
        if (keeps) {
            order.shown = Math.min(order.shown, order.remaining());
        } else {
            order.of.orders.remove(order);
        }
        matching.say(Lines.replaced(
                order.orderId, order.price, order.quantity, order.trigger, order.filled, order.hold, keeps));
        filled = order.filled;
        remaining = order.remaining();
        if (keeps) {
            matching.show(order);
        } else if (order.waits) {
            matching.queue(order);
        } else if (isForAuction(order)) {
            remaining = matching.rest(order);
        } else {
            enter(order, order.price);
        }
        setOffStops(order.of);
    }

    void cancel(RefOrder order) {
        entityId = order.orderId;
        filled = order.filled;
        matching.cancel(order, CancelReason.USER);
    }

    void massCancel(CoreCommand.MassCancel command) {
        for (RefOrder order : state.orders(command.accountId())) {
            if (command.instrumentId() == 0 || command.instrumentId() == order.of.terms.instrumentId()) {
                if (order.of.isLocked()) {
                    continue;
                }
                matching.cancel(order, CancelReason.MASS);
                entityId++;
            }
        }
    }

    void phase(RefInstrument of, Phase phase, long reference, long endsNanos) {
        entityId = of.terms.instrumentId();
        sessions.enter(of, phase, reference, endsNanos);
        setOffStops(of);
    }

    void rules(CoreCommand.SetSessionRules rules, RefInstrument of) {
        entityId = of.terms.instrumentId();
        sessions.setRules(rules, of);
    }

    /** Whether it waits for an auction, and does not trade now. */
    private static boolean isForAuction(RefOrder order) {
        return order.of.phase.isCall() || order.timeInForce == TimeInForce.AT_CLOSE;
    }

    private void accepted(RefOrder order, long effective) {
        boolean immediately = order.type == OrderType.MARKET && order.timeInForce == TimeInForce.GTC;
        TimeInForce time = immediately ? TimeInForce.IOC : order.timeInForce;
        matching.say(Lines.accepted(
                order.orderId,
                order.side + " " + order.type + " " + time,
                order.price,
                effective,
                order.quantity,
                order.trigger,
                order.hold));
    }

    /** The worst price at which an order may trade that comes now; sets what it holds. */
    private long effectivePrice(RefOrder order, CoreCommand.PlaceOrder command) {
        RefInstrument of = order.of;
        long best = of.best(RefInstrument.opposite(order.side));
        if (order.type == OrderType.MARKET && isForAuction(order)) {
            order.price = protection(order, of.lastPrice > 0 ? of.lastPrice : of.reference);
            order.hold = order.need(order.price, order.quantity);
            return order.price;
        }
        if (order.type == OrderType.MARKET) {
            long effective = protection(order, best);
            boolean isWhole = order.timeInForce == TimeInForce.FOK;
            order.hold = marketHold(order, isWhole ? of.reach(order.side, effective) : effective);
            return effective;
        }
        if (order.type == OrderType.MARKET_TO_LIMIT) {
            order.price = best;
        } else if (command.postOnly()
                && command.conditions().reprice()
                && best != 0
                && RefInstrument.reaches(order.side, order.price, best)) {
            order.price = order.buys() ? best - 1 : best + 1;
        }
        order.hold = order.need(order.price, order.quantity);
        return order.price;
    }

    private static long protection(RefOrder order, long best) {
        RefInstrument of = order.of;
        if (order.price > 0) {
            return order.price;
        }
        if (of.hasLimits()) {
            return order.buys() ? of.upper() : of.lower();
        }
        int collar = of.terms.marketCollarPpm();
        if (collar > 0 && best > 0) {
            return order.buys()
                    ? Math.min(RefInstrument.PRICE_MAX, RefInstrument.shifted(best, collar))
                    : Math.max(1, RefInstrument.shifted(best, -collar));
        }
        return order.buys() ? RefInstrument.PRICE_MAX : 1;
    }

    private static long marketHold(RefOrder order, long limit) {
        RefInstrument of = order.of;
        if (!order.buys()) {
            return order.need(order.price, order.quantity);
        }
        long except = order.prevention == io.pharos.protocol.SelfTradePrevention.NONE ? 0 : order.accountId;
        BigInteger cost = of.costOfTaking(limit, order.quantity, except);
        BigInteger fee = RefOrder.roundUp(cost.multiply(BigInteger.valueOf(of.terms.takerFeePpm())));
        return cost.add(fee).longValueExact();
    }

    private void enter(RefOrder order, long limit) {
        long left = matching.enter(order, limit);
        if (order.orderId == ownOrderId) {
            filled = order.filled;
            remaining = left;
        }
    }

    private void setOffStops(RefInstrument of) {
        if (of.phase != Phase.OPEN) {
            return;
        }
        interruptIfOutside(of);
        while (of.phase == Phase.OPEN && of.lastPrice != 0) {
            matching.followAll(of);
            RefOrder order = matching.nextSetOff(of);
            if (order == null) {
                return;
            }
            setOff(order, of);
            interruptIfOutside(of);
        }
    }

    private void interruptIfOutside(RefInstrument of) {
        if (matching.takeMetCollar()) {
            sessions.interrupt(of);
        }
    }

    private void setOff(RefOrder order, RefInstrument of) {
        long trigger = order.trigger;
        of.orders.remove(order);
        order.waits = false;
        order.trigger = 0;
        order.trailTicks = 0;
        order.trailPpm = 0;
        order.type = order.type == OrderType.STOP_LIMIT ? OrderType.LIMIT : OrderType.MARKET;
        Outcome outcome = matching.outcomeOfSetOff(order.orderId);
        if (outcome != Outcome.ACCEPTED) {
            matching.say(Lines.triggered(order.orderId, trigger, of.lastPrice, 0, 0, outcome));
            matching.sayCancelled(order, CancelReason.TRIGGER_REFUSED);
            if (order.orderId == ownOrderId) {
                remaining = 0;
            }
            return;
        }
        long effective = order.price;
        if (order.type == OrderType.MARKET) {
            effective = protection(order, of.best(RefInstrument.opposite(order.side)));
            order.hold = marketHold(order, effective);
        } else {
            order.hold = order.need(order.price, order.quantity);
        }
        matching.say(Lines.triggered(order.orderId, trigger, of.lastPrice, effective, order.hold, outcome));
        enter(order, effective);
    }
}
