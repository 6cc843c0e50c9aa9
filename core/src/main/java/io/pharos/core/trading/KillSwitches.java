package io.pharos.core.trading;

import io.pharos.core.command.Result;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.KillSwitchChanged;
import io.pharos.core.event.Sequencer;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * Kill switches of the firm, of accounts and of instruments: engaged, one blocks new and changed orders and cancels all open
 * ones.
 *
 * <pre>
 *   released --engage--> engaged, sweeping --no order left--> engaged --release--> released
 * </pre>
 *
 * <p>The orders of an account, no more than a mass cancel may find, are cancelled by the command itself: others might trade
 * with them. Those of an instrument or the firm are cancelled by the command and by the following steps of log time, so many
 * at a step: a million orders must not stop the core for long, and what is blocked as a whole does not trade meanwhile.
 * Whether orders are left follows from switches and books; it is not part of the state.
 */
final class KillSwitches {
    private final int sweepOrdersMax;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final RiskLimits limits;
    private final RiskRecords records;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final KillSwitchChanged changed = new KillSwitchChanged();
    private boolean sweeping;

    KillSwitches(
            int sweepOrdersMax,
            Instruments instruments,
            OpenOrders orders,
            OrderChanges changes,
            RiskLimits limits,
            RiskRecords records,
            Sequencer sequencer,
            EventSink sink) {
        this.sweepOrdersMax = sweepOrdersMax;
        this.instruments = instruments;
        this.orders = orders;
        this.changes = changes;
        this.limits = limits;
        this.records = records;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /** Engages or releases a switch; the result's entity is the number of orders that it cancels, now or soon. */
    Outcome set(SetKillSwitch command, Result result) {
        if (command.scope == RiskScope.NONE) {
            return Outcome.MALFORMED;
        }
        if ((command.scope == RiskScope.FIRM) != (command.subjectId == 0)) {
            return Outcome.SCOPE_INVALID;
        }
        Outcome outcome = limits.checkScope(command.scope, command.subjectId);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        int number = limits.number(command.scope, command.subjectId);
        int record = records.findOrAdd(command.scope, number);
        if (records.isEngaged(record) == command.engaged) {
            return Outcome.ACCEPTED;
        }
        int openHere = openOrders(command.scope, number);
        if (!command.engaged && openHere > 0 && command.scope != RiskScope.ACCOUNT) {
            return Outcome.CANCELS_PENDING;
        }
        int openOrders = openHere + ordersAtVenues(command.scope, number);
        records.engaged(record, command.engaged);
        emit(command, openOrders);
        if (command.engaged) {
            result.entityId = openOrders;
            if (command.scope == RiskScope.ACCOUNT) {
                cancelAccount(number - 1);
            } else {
                sweeping = true;
                sweep();
            }
        }
        return Outcome.ACCEPTED;
    }

    /** Whether an order may be placed or changed. */
    Outcome check(int accountIndex, Instrument instrument) {
        if (instrument.restriction != Outcome.ACCEPTED) {
            return instrument.restriction;
        }
        if (!records.isAnyEngaged()) {
            return Outcome.ACCEPTED;
        }
        if (records.isEngaged(RiskRecords.FIRM)) {
            return Outcome.FIRM_BLOCKED;
        }
        if (records.isEngaged(records.find(RiskScope.ACCOUNT, accountIndex + 1))) {
            return Outcome.ACCOUNT_BLOCKED;
        }
        return isBlocked(instrument) ? Outcome.INSTRUMENT_BLOCKED : Outcome.ACCEPTED;
    }

    /** Whether orders are left that a switch is about to cancel: what a step left may have ended with its linked order. */
    boolean isSweeping() {
        return sweeping && hasLeft();
    }

    /** Whether nothing may trade in an instrument: it or the firm is blocked, or it is in a corporate action. */
    boolean isBlocked(Instrument instrument) {
        if (instrument.restriction != Outcome.ACCEPTED) {
            return true;
        }
        return records.isAnyEngaged()
                && (records.isEngaged(RiskRecords.FIRM)
                        || records.isEngaged(records.find(RiskScope.INSTRUMENT, instrument.instrumentId)));
    }

    /** Begins to cancel the orders of an instrument that has just been restricted. */
    void restricted() {
        sweeping = true;
        sweep();
    }

    /** Cancels some of the orders that are left, instrument by instrument, from the best price on. */
    void sweep() {
        int left = sweepOrdersMax;
        for (int i = 0; i < instruments.size() && left > 0; i++) {
            Instrument instrument = instruments.at(i);
            if (instrument.book.orderCount() > 0 && isBlocked(instrument)) {
                CancelReason reason = instrument.restriction == Outcome.ACCEPTED
                        ? CancelReason.KILL_SWITCH
                        : CancelReason.CORPORATE_ACTION;
                left = cancel(instrument.book.side(Side.BUY), left, reason);
                left = cancel(instrument.book.side(Side.SELL), left, reason);
                left = cancel(instrument.book.waiting(Side.BUY), left, reason);
                left = cancel(instrument.book.waiting(Side.SELL), left, reason);
                left = cancel(instrument.book.parked(Side.BUY), left, reason);
                left = cancel(instrument.book.parked(Side.SELL), left, reason);
                left = cancel(instrument.book.unpriced(Side.BUY), left, reason);
                left = cancel(instrument.book.unpriced(Side.SELL), left, reason);
            }
        }
        sweeping = left == 0 && hasLeft();
    }

    /** Finds out after a state was loaded whether orders are left. */
    void loaded() {
        sweeping = hasLeft();
    }

    private boolean hasLeft() {
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.at(i);
            if (instrument.book.orderCount() > 0 && isBlocked(instrument)) {
                return true;
            }
        }
        return false;
    }

    private void cancelAccount(int accountIndex) {
        Order order = orders.oldestOfAccount(accountIndex);
        while (order != null) {
            Order next = orders.newerOfAccount(order);
            changes.cancelQueued(order, CancelReason.KILL_SWITCH);
            order = next;
        }
    }

    private int cancel(BookSide side, int most, CancelReason reason) {
        int left = most;
        PriceLevel level = side.best();
        while (level != null && left > 0) {
            Order order = side.first(level);
            if (order != null) {
                changes.cancelQueued(order, reason);
                left--;
            }
            level = side.best();
        }
        return left;
    }

    private int openOrders(RiskScope scope, int number) {
        return switch (scope) {
            case FIRM, NONE -> orders.size();
            case ACCOUNT -> orders.countOfAccount(number - 1);
            case INSTRUMENT -> {
                @Nullable Instrument instrument = instruments.find(number);
                yield instrument == null ? 0 : instrument.book.orderCount();
            }
        };
    }

    private int ordersAtVenues(RiskScope scope, int number) {
        return switch (scope) {
            case FIRM, NONE -> orders.routed().size();
            case ACCOUNT -> orders.routed().countOfAccount(number - 1);
            case INSTRUMENT -> {
                @Nullable Instrument instrument = instruments.find(number);
                yield instrument == null ? 0 : instrument.routedCount;
            }
        };
    }

    private void emit(SetKillSwitch command, int openOrders) {
        KillSwitchChanged event = changed;
        event.subjectId = command.subjectId;
        event.openOrders = openOrders;
        event.staffId = command.staffId;
        event.reasonCode = command.reasonCode;
        event.scope = command.scope;
        event.engaged = command.engaged;
        sequencer.stamp(event);
        sink.onKillSwitchChanged(event);
    }
}
