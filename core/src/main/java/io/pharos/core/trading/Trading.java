package io.pharos.core.trading;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.Result;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.OrderAccepted;
import io.pharos.core.event.OrderCancelled;
import io.pharos.core.event.OrderRejected;
import io.pharos.core.event.OrderReplaced;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * The commands of trading. A refused command changes nothing; {@code docs/reference/outcomes.md} gives the order of the
 * checks.
 *
 * <pre>
 *   place --> (matched at once) --> rests --filled, or cancelled--> ended
 *                    |                ^  |
 *                    |                +--+ replaced: may trade again
 *                    +--filled, or an immediate remainder cancelled--> ended
 * </pre>
 */
public final class Trading {
    private static final long DIGEST_TAG = 8;

    private final Ledger ledger;
    private final Balances balances;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChecks checks;
    private final Clearing clearing;
    private final Matching matching;
    private final RestingOrders resting;

    private final OrderAccepted accepted = new OrderAccepted();
    private final OrderRejected rejected = new OrderRejected();
    private final OrderReplaced replaced = new OrderReplaced();
    private final OrderCancelled cancelled = new OrderCancelled();

    public Trading(
            int instrumentsMax,
            int openOrdersMax,
            int accountOpenOrdersMax,
            Ledger ledger,
            Sequencer sequencer,
            EventSink sink) {
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        OrderPool pool = new OrderPool();
        instruments = new Instruments(instrumentsMax, pool, ledger, sequencer, sink);
        orders = new OpenOrders(openOrdersMax, accountOpenOrdersMax, pool);
        checks = new OrderChecks(ledger, instruments, orders);
        clearing = new Clearing(ledger, sequencer, sink);
        matching = new Matching(orders, clearing);
        resting = new RestingOrders(instruments, orders, ledger.accounts(), balances);
    }

    public Outcome registerInstrument(RegisterInstrument command, Result result) {
        Outcome outcome = instruments.register(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.instrumentId;
        }
        return outcome;
    }

    public Outcome openInstrument(OpenInstrument command, Result result) {
        Instrument instrument = instruments.find(command.instrumentId);
        if (instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Outcome outcome = Instruments.checkPhaseChange(instrument, Phase.OPEN);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (command.referencePriceTicks < 0) {
            return Outcome.PRICE_NOT_POSITIVE;
        }
        if (command.referencePriceTicks > Instrument.PRICE_MAX_TICKS) {
            return Outcome.PRICE_TOO_LARGE;
        }
        long referenceTicks =
                command.referencePriceTicks == 0 ? instrument.referencePriceTicks() : command.referencePriceTicks;
        if (instrument.bandPpm > 0 && referenceTicks == 0) {
            return Outcome.REFERENCE_PRICE_REQUIRED;
        }
        result.entityId = command.instrumentId;
        instruments.change(instrument, Phase.OPEN, referenceTicks);
        if (instrument.hasLimits()) {
            cancelOutsideLimits(instrument, Side.BUY);
            cancelOutsideLimits(instrument, Side.SELL);
        }
        return Outcome.ACCEPTED;
    }

    public Outcome haltInstrument(HaltInstrument command, Result result) {
        return changePhase(command.instrumentId, Phase.HALTED, result);
    }

    public Outcome closeInstrument(CloseInstrument command, Result result) {
        return changePhase(command.instrumentId, Phase.CLOSED, result);
    }

    public Outcome placeOrder(PlaceOrder command, Result result) {
        Outcome outcome = checks.check(command);
        if (outcome == Outcome.ACCEPTED) {
            place(command, result);
        } else {
            emitRejected(command, outcome);
        }
        return outcome;
    }

    public Outcome cancelOrder(CancelOrder command, Result result) {
        Order order = orders.find(command.orderId);
        if (order == null || order.accountId != command.accountId) {
            return Outcome.ORDER_NOT_FOUND;
        }
        result.entityId = order.orderId;
        result.filledLots = order.filledLots;
        cancelResting(order, CancelReason.USER);
        return Outcome.ACCEPTED;
    }

    public Outcome replaceOrder(ReplaceOrder command, Result result) {
        Order order = orders.find(command.orderId);
        if (order == null || order.accountId != command.accountId) {
            return Outcome.ORDER_NOT_FOUND;
        }
        Outcome outcome = checks.check(command, order);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = order.orderId;
            replace(command, order, result);
        }
        return outcome;
    }

    public Outcome massCancel(MassCancel command, Result result) {
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        if (command.instrumentId != 0 && instruments.find(command.instrumentId) == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Order order = orders.oldestOfAccount(accountIndex);
        while (order != null) {
            Order next = orders.newerOfAccount(order);
            if (command.instrumentId == 0 || command.instrumentId == order.instrument().instrumentId) {
                cancelResting(order, CancelReason.MASS);
                result.entityId++;
            }
            order = next;
        }
        return Outcome.ACCEPTED;
    }

    /** What may be read of trading. */
    public TradingView view() {
        return new TradingView(ledger.accounts(), instruments, orders);
    }

    /** Recomputes the books, the digest and every hold from the single orders, which it adds to the tally. */
    public void audit(HeldTally tally) {
        resting.audit(tally);
    }

    public long digest() {
        return instruments.digest()
                + orders.digest()
                + Mix.pair(
                        Mix.pair(Mix.start(DIGEST_TAG), orders.lastOrderId(), orders.lastPriority()),
                        clearing.lastTradeId(),
                        0);
    }

    public void save(StateWriter out) {
        instruments.save(out);
        out.writeLong(clearing.lastTradeId());
        resting.save(out);
    }

    public void load(StateReader in) {
        instruments.load(in);
        clearing.loadCounters(in.readLong());
        resting.load(in);
    }

    private Outcome changePhase(int instrumentId, Phase phase, Result result) {
        Instrument instrument = instruments.find(instrumentId);
        if (instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Outcome outcome = Instruments.checkPhaseChange(instrument, phase);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = instrumentId;
            instruments.change(instrument, phase, instrument.referencePriceTicks());
        }
        return outcome;
    }

    private void place(PlaceOrder command, Result result) {
        Instrument instrument = checks.instrument();
        Order order = orders.take(command, checks.accountIndex, instrument);
        order.priceTicks = command.priceTicks;
        order.holdSlot = checks.holdSlot;
        order.holdMinor = checks.holdMinor;
        balances.hold(order.holdSlot, order.holdMinor);
        balances.declareHeld(instrument.spentAssetIndex(order.side), order.holdMinor);
        boolean mayRest = command.orderType == OrderType.LIMIT && command.timeInForce == TimeInForce.GTC;
        emitAccepted(command, order, checks.effectivePriceTicks);

        matching.match(order, checks.effectivePriceTicks);
        result.entityId = order.orderId;
        result.filledLots = order.filledLots;
        if (order.remainingLots() > 0 && mayRest) {
            result.remainingLots = order.remainingLots();
            orders.rest(order);
        } else {
            endUnrested(order);
        }
        instrument.book.checkNotCrossed();
    }

    private void endUnrested(Order order) {
        if (order.remainingLots() > 0) {
            cancel(order, CancelReason.IOC_REMAINDER);
        }
        Invariant.check(order.holdMinor == 0, "a filled order holds nothing");
        orders.giveBack(order);
    }

    private void replace(ReplaceOrder command, Order order, Result result) {
        long oldPriceTicks = order.priceTicks;
        long oldQuantityLots = order.quantityLots;
        boolean keepsPriority = command.priceTicks == oldPriceTicks && command.quantityLots < oldQuantityLots;
        if (keepsPriority) {
            order.instrument().book.side(order.side).reduce(order, oldQuantityLots - command.quantityLots);
        } else {
            orders.leaveBook(order);
        }
        order.priceTicks = command.priceTicks;
        order.quantityLots = command.quantityLots;
        adjustHold(order, checks.holdMinor);
        emitReplaced(order, oldPriceTicks, oldQuantityLots, keepsPriority);
        if (!keepsPriority) {
            matching.match(order, order.priceTicks);
        }
        result.filledLots = order.filledLots;
        result.remainingLots = order.remainingLots();
        if (keepsPriority) {
            orders.changed(order);
        } else if (order.remainingLots() > 0) {
            orders.requeue(order);
        } else {
            Invariant.check(order.holdMinor == 0, "a filled order holds nothing");
            orders.end(order);
        }
        checks.instrument().book.checkNotCrossed();
    }

    private void adjustHold(Order order, long holdMinor) {
        long changeMinor = holdMinor - order.holdMinor;
        if (changeMinor > 0) {
            balances.hold(order.holdSlot, changeMinor);
        } else if (changeMinor < 0) {
            balances.unhold(order.holdSlot, -changeMinor);
        }
        order.holdMinor = holdMinor;
        balances.declareHeld(order.instrument().spentAssetIndex(order.side), changeMinor);
    }

    private void cancelOutsideLimits(Instrument instrument, Side side) {
        BookSide bookSide = instrument.book.side(side);
        PriceLevel level = bookSide.best();
        while (level != null) {
            PriceLevel next = bookSide.worse(level);
            if (instrument.isOutsideLimits(level.priceTicks)) {
                Order order = bookSide.first(level);
                while (order != null) {
                    Order behind = bookSide.behind(order);
                    cancelResting(order, CancelReason.OUTSIDE_BAND);
                    order = behind;
                }
            }
            level = next;
        }
    }

    private void cancelResting(Order order, CancelReason reason) {
        orders.leaveBook(order);
        cancel(order, reason);
        orders.end(order);
    }

    private void cancel(Order order, CancelReason reason) {
        Instrument instrument = order.instrument();
        long releasedMinor = order.holdMinor;
        if (releasedMinor > 0) {
            adjustHold(order, 0);
        }
        OrderCancelled event = cancelled;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = order.priceTicks;
        event.quantityLots = order.quantityLots;
        event.filledLots = order.filledLots;
        event.remainingLots = order.remainingLots();
        event.releasedMinor = releasedMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = instrument.instrumentId;
        event.holdAssetId = instrument.spentAssetId(order.side);
        event.side = order.side;
        event.reason = reason;
        sequencer.stamp(event);
        sink.onOrderCancelled(event);
    }

    private void emitAccepted(PlaceOrder command, Order order, long effectivePriceTicks) {
        OrderAccepted event = accepted;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = order.priceTicks;
        event.effectivePriceTicks = effectivePriceTicks;
        event.quantityLots = order.quantityLots;
        event.holdMinor = order.holdMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = command.instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        event.orderType = order.orderType;
        boolean isImmediateMarket = command.orderType == OrderType.MARKET && command.timeInForce == TimeInForce.GTC;
        event.timeInForce = isImmediateMarket ? TimeInForce.IOC : command.timeInForce;
        event.postOnly = order.postOnly;
        sequencer.stamp(event);
        sink.onOrderAccepted(event);
    }

    private void emitRejected(PlaceOrder command, Outcome outcome) {
        OrderRejected event = rejected;
        event.accountId = command.accountId;
        event.priceTicks = command.priceTicks;
        event.quantityLots = command.quantityLots;
        event.clientTag = command.clientTag;
        event.instrumentId = command.instrumentId;
        event.side = command.side;
        event.orderType = command.orderType;
        event.timeInForce = command.timeInForce;
        event.postOnly = command.postOnly;
        event.outcome = outcome;
        sequencer.stamp(event);
        sink.onOrderRejected(event);
    }

    private void emitReplaced(Order order, long oldPriceTicks, long oldQuantityLots, boolean keptPriority) {
        OrderReplaced event = replaced;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.oldPriceTicks = oldPriceTicks;
        event.oldQuantityLots = oldQuantityLots;
        event.priceTicks = order.priceTicks;
        event.quantityLots = order.quantityLots;
        event.filledLots = order.filledLots;
        event.holdMinor = order.holdMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = order.instrument().instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        event.keptPriority = keptPriority;
        sequencer.stamp(event);
        sink.onOrderReplaced(event);
    }
}
