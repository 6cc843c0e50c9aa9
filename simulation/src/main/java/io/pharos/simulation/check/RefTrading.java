package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trading as {@code docs/concepts/orders.md} says it: predicts what an accepted command does, line by line. Whether a command
 * or an order that is set off is accepted it takes from the event; {@link Rules} judges that.
 */
final class RefTrading {
    private final RefState state;
    private final RefMatching matching;
    private final RefSessions sessions;
    private final RiskRules risk;
    private final RefLinks links;
    private final RefDays days;
    private final RefPegs pegs;
    private final RefBrackets brackets;

    /** What the reply must say. */
    long entityId;

    long filled;
    long remaining;

    /** The order of the command; 0 for none. */
    private long ownOrderId;

    private long lastOrderId;

    RefTrading(RefState state) {
        this.state = state;
        matching = new RefMatching(state);
        risk = new RiskRules(state);
        links = new RefLinks(state, matching);
        pegs = new RefPegs(state, matching, this::enterPegged);
        sessions = new RefSessions(state, matching, this::setOffStops, pegs::parkAll);
        brackets = new RefBrackets(state, matching, placing());
        days = new RefDays(state, matching, this::sweep);
    }

    /** Business days, and the runs that end them. */
    RefDays days() {
        return days;
    }

    /** Entries and their exits. */
    RefBrackets brackets() {
        return brackets;
    }

    private RefBrackets.Entry placing() {
        return new RefBrackets.Entry() {
            @Override
            public long nextId() {
                return ++lastOrderId;
            }

            @Override
            public void accept(RefOrder order, CoreCommand.PlaceOrder command) {
                acceptOne(order, command);
            }

            @Override
            public void await(RefOrder order) {
                RefTrading.this.await(order);
            }

            @Override
            public void enterOrRest(RefOrder order) {
                stay(order);
            }
        };
    }

    void begin(Step step, List<String> lines) {
        matching.begin(step, lines);
        entityId = 0;
        ownOrderId = 0;
        filled = 0;
        remaining = 0;
    }

    /**
     * Does what time has brought, in its order; an order that ends with a phase ends before it. What a kill switch cancels
     * goes first, and nothing else while it has not come to its end.
     */
    void expire() {
        if (state.isSweeping()) {
            sweep();
            if (state.isSweeping()) {
                return;
            }
        }
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
                sessions.advance();
            }
        }
    }

    /** An entry, which says what it brings forth once it is accepted. */
    void placeBracket(CoreCommand.PlaceBracket command, RefInstrument of) {
        place(RefBrackets.entry(command), of, new RefBrackets.Bracket(command));
    }

    void place(CoreCommand.PlaceOrder command, RefInstrument of) {
        place(command, of, null);
    }

    private void place(CoreCommand.PlaceOrder command, RefInstrument of, RefBrackets.@Nullable Bracket bracket) {
        long orderId = nextOrderId();
        entityId = orderId;
        ownOrderId = orderId;
        RefOrder order = new RefOrder(orderId, command, of);
        order.bracket = bracket;
        if (command.orderType().isConditional()) {
            acceptWaiting(order, command);
            remaining = order.remaining();
            await(order);
        } else if (order.isPegged()) {
            order.hold = order.need(order.limit, order.quantity);
            accepted(order, 0);
            remaining = order.remaining();
            pegs.park(order, 0);
        } else {
            long effective = effectivePrice(order, command);
            accepted(order, effective);
            boolean isForAuction = order.isForAuction();
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

    /** The id of the order, of a pair the first, that the step accepts. */
    private long nextOrderId() {
        long orderId = matching.step().events().stream()
                .filter(event -> event.commandId() != 0 && event instanceof CoreEvent.OrderAccepted)
                .mapToLong(event -> ((CoreEvent.OrderAccepted) event).orderId())
                .findFirst()
                .orElse(0);
        Violation.unless(orderId > lastOrderId, "book", "order ids rise: " + orderId + " after " + lastOrderId);
        lastOrderId = orderId;
        return orderId;
    }

    private void acceptWaiting(RefOrder order, CoreCommand.PlaceOrder command) {
        order.waits = true;
        long given = command.conditions().triggerPriceTicks();
        order.trigger = given > 0 ? given : RefMatching.trailed(order, order.of.lastPrice);
        accepted(order, 0);
    }

    private void await(RefOrder order) {
        matching.queue(order);
        if (order.type == OrderType.TRAILING_STOP && order.of.lastPrice > 0) {
            matching.follow(order, order.of.lastPrice);
        }
    }

    /** Two orders of which one cancels the other: what does not trade at once comes to stay before the other may trade. */
    void placePair(CoreCommand.PlaceOco command, RefInstrument of) {
        RefOrder other = new RefOrder(nextOrderId(), RefLinks.other(command), of);
        RefOrder first = new RefOrder(++lastOrderId, RefLinks.first(command), of);
        other.linked = first.orderId;
        first.linked = other.orderId;
        entityId = first.orderId;
        ownOrderId = first.orderId;
        acceptOne(other, RefLinks.other(command));
        acceptOne(first, RefLinks.first(command));
        matching.say(Lines.linked(first.orderId, other.orderId));
        remaining = first.remaining();
        boolean firstGoesFirst = first.waits || (!other.waits && takes(other));
        stay(firstGoesFirst ? first : other);
        stay(firstGoesFirst ? other : first);
        setOffStops(of);
    }

    private static boolean takes(RefOrder order) {
        long best = order.of.best(RefInstrument.opposite(order.side));
        return best != 0 && RefInstrument.reaches(order.side, order.price, best);
    }

    /** Accepts a limit order, or one that waits, which stands nowhere yet. */
    private void acceptOne(RefOrder order, CoreCommand.PlaceOrder command) {
        if (command.orderType().isConditional()) {
            acceptWaiting(order, command);
        } else {
            accepted(order, effectivePrice(order, command));
        }
    }

    private void stay(RefOrder order) {
        if (order.waits) {
            await(order);
        } else if (order.isForAuction() || order.of.phase != Phase.OPEN) {
            long left = matching.rest(order);
            remaining = order.orderId == ownOrderId ? left : remaining;
        } else {
            enter(order, order.price);
        }
    }

    /** Passes on to linked orders what befell their partners. */
    void completeLinks() {
        links.complete();
        for (RefInstrument of = brackets.completeNext(); of != null; of = brackets.completeNext()) {
            setOffStops(of);
        }
        for (RefInstrument of = matching.takeTouched(); of != null; of = matching.takeTouched()) {
            setOffStops(of);
        }
    }

    void replace(CoreCommand.ReplaceOrder command, RefOrder order) {
        entityId = order.orderId;
        ownOrderId = order.orderId;
        long trigger = command.triggerPriceTicks() == 0 ? order.trigger : command.triggerPriceTicks();
        boolean keeps = command.priceTicks() == order.bound()
                && command.quantityLots() < order.quantity
                && trigger == order.trigger;
        long stood = order.isPegged() && !order.unpriced ? order.price : 0;
        order.limit = command.priceTicks();
        order.price = order.isPegged() && keeps ? order.price : command.priceTicks();
        order.quantity = command.quantityLots();
        order.trigger = trigger;
        order.toldTrigger = trigger;
        order.hold = order.waits ? 0 : order.need(order.bound(), order.remaining());
        if (keeps) {
            order.shown = Math.min(order.shown, order.remaining());
        } else {
            matching.leave(order);
        }
        matching.say(Lines.replaced(
                order.orderId, order.bound(), order.quantity, order.trigger, order.filled, order.hold, keeps));
        filled = order.filled;
        remaining = order.remaining();
        if (keeps) {
            matching.show(order);
        } else if (order.waits) {
            matching.queue(order);
        } else if (order.isPegged()) {
            pegs.park(order, stood);
        } else if (order.isForAuction()) {
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

    void setLimit(CoreCommand.SetLimit command) {
        entityId = command.subjectId();
        long before = state.risk.value(command);
        if (before != command.value()) {
            state.risk.set(command);
            matching.say(Lines.limit(command, before));
        }
    }

    /** Blocks at once, and cancels: all of an account, of instrument and firm so many at a step. */
    void killSwitch(CoreCommand.SetKillSwitch command) {
        if (state.risk.isEngaged(command.scope(), command.subjectId()) == command.engaged()) {
            return;
        }
        List<RefOrder> orders = state.orders(command.scope(), command.subjectId());
        state.risk.engage(command.scope(), command.subjectId(), command.engaged());
        matching.say(Lines.killSwitch(command, orders.size()));
        if (!command.engaged()) {
            return;
        }
        entityId = orders.size();
        if (command.scope() == RiskScope.ACCOUNT) {
            orders.forEach(order -> matching.cancel(order, CancelReason.KILL_SWITCH));
        } else {
            sweep();
        }
    }

    /** One step of a kill switch, or of a corporate action that leaves no order: instrument by instrument, from the best price on. */
    void sweep() {
        int left = state.limits.sweepOrders();
        for (RefInstrument of : state.instruments.values()) {
            if (state.isBlocked(of)) {
                CancelReason reason =
                        of.restriction == Outcome.ACCEPTED ? CancelReason.KILL_SWITCH : CancelReason.CORPORATE_ACTION;
                for (RefOrder order : RefSessions.inOrder(of, true)) {
                    if (left > 0) {
                        matching.cancel(order, reason);
                        left--;
                    }
                }
            }
        }
    }

    void phase(RefInstrument of, Phase phase, long reference, long endsNanos) {
        entityId = of.terms.instrumentId();
        sessions.enter(of, phase, reference, endsNanos, PhaseReason.STAFF);
    }

    void schedule(CoreCommand.ScheduleSession command) {
        entityId = command.calendarId();
        sessions.schedule(command);
    }

    void setBreaker(CoreCommand.SetMarketBreaker command) {
        entityId = command.calendarId();
        sessions.setBreaker(command);
    }

    void rules(CoreCommand.SetSessionRules rules, RefInstrument of) {
        entityId = of.terms.instrumentId();
        sessions.setRules(rules, of);
    }

    private void accepted(RefOrder order, long effective) {
        long price = order.bound();
        boolean immediately = order.type == OrderType.MARKET && order.timeInForce == TimeInForce.GTC;
        TimeInForce time = immediately ? TimeInForce.IOC : order.timeInForce;
        order.toldTrigger = order.trigger;
        matching.say(Lines.accepted(
                order.orderId,
                order.side + " " + order.type + " " + time + " " + order.peg + " " + order.pegOffset,
                price,
                effective,
                order.quantity,
                order.trigger,
                order.hold));
        if (order.bracket != null) {
            matching.say(Lines.bracket(order.bracket.terms, order.orderId));
        }
    }

    /** The worst price at which an order may trade that comes now; sets what it holds. */
    private long effectivePrice(RefOrder order, CoreCommand.PlaceOrder command) {
        RefInstrument of = order.of;
        long best = of.best(RefInstrument.opposite(order.side));
        if (order.type == OrderType.MARKET && order.isForAuction()) {
            order.price = protection(order, of.mark());
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

    /** The worst price of a market order: what protects it, but no worse than the collar that staff have set. */
    private long protection(RefOrder order, long best) {
        return state.risk.collared(order.accountId, order.of, order.side, order.protection(best));
    }

    private static long marketHold(RefOrder order, long limit) {
        RefInstrument of = order.of;
        if (!order.buys()) {
            return order.need(order.price, order.quantity);
        }
        long except = order.prevention == io.pharos.protocol.SelfTradePrevention.NONE ? 0 : order.accountId;
        BigInteger cost = of.costOfTaking(Side.BUY, limit, order.quantity, except);
        BigInteger fee = order.charges.most(cost, of.terms.takerFeePpm());
        return cost.add(fee).longValueExact();
    }

    private void enter(RefOrder order, long limit) {
        long left = matching.enter(order, limit);
        if (order.orderId == ownOrderId) {
            filled = order.filled;
            remaining = left;
        }
    }

    /** What trades bring about: links, exits, pegged orders, and stops, one after the other; none in what is blocked. */
    private void setOffStops(RefInstrument of) {
        settleTrades(of);
        while (of.phase == Phase.OPEN && of.lastPrice != 0) {
            matching.followAll(of);
            RefOrder order = matching.nextSetOff(of);
            if (order == null || state.isBlocked(of)) {
                return;
            }
            setOff(order, of);
            settleTrades(of);
        }
    }

    private void settleTrades(RefInstrument of) {
        RefInstrument at = of;
        while (at != null) {
            links.complete();
            if (at.phase == Phase.OPEN) {
                afterMatch(at);
            }
            if (at != of) {
                matching.touch(at);
            }
            at = brackets.completeNext();
        }
        pegs.follow(of);
    }

    private void enterPegged(RefOrder order, long price) {
        enter(order, price);
        afterMatch(order.of);
    }

    private void afterMatch(RefInstrument of) {
        if (matching.takeMetCollar()) {
            sessions.interrupt(of);
        }
        sessions.moved(of);
    }

    private void setOff(RefOrder order, RefInstrument of) {
        long trigger = order.trigger;
        OrderType becomes = order.type == OrderType.STOP_LIMIT ? OrderType.LIMIT : OrderType.MARKET;
        Outcome outcome = matching.outcomeOfSetOff(order.orderId);
        matching.leave(order);
        links.end(order);
        risk.judgeSetOff(order, becomes, outcome);
        order.waits = false;
        order.trigger = 0;
        order.trailTicks = 0;
        order.trailPpm = 0;
        order.type = becomes;
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
