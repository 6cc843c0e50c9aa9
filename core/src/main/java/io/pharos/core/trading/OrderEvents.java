package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.event.BracketPlaced;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.ExitsPlaced;
import io.pharos.core.event.OrderAccepted;
import io.pharos.core.event.OrderCancelled;
import io.pharos.core.event.OrderReduced;
import io.pharos.core.event.OrderRefreshed;
import io.pharos.core.event.OrderRejected;
import io.pharos.core.event.OrderReplaced;
import io.pharos.core.event.OrderRepriced;
import io.pharos.core.event.OrderTriggered;
import io.pharos.core.event.OrdersLinked;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.TriggerMoved;
import io.pharos.core.ledger.Balances;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.TimeInForce;

/** Emits the events in the life of an order, but for its trades. */
final class OrderEvents {
    private final Balances balances;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final OrderAccepted accepted = new OrderAccepted();
    private final OrderRejected rejected = new OrderRejected();
    private final OrderReplaced replaced = new OrderReplaced();
    private final OrderTriggered triggered = new OrderTriggered();
    private final OrdersLinked linked = new OrdersLinked();
    private final OrderRefreshed refreshed = new OrderRefreshed();
    private final OrderReduced reduced = new OrderReduced();
    private final OrderCancelled cancelled = new OrderCancelled();
    private final OrderRepriced repriced = new OrderRepriced();
    private final TriggerMoved triggerMoved = new TriggerMoved();
    private final BracketPlaced bracketPlaced = new BracketPlaced();
    private final ExitsPlaced exitsPlaced = new ExitsPlaced();

    OrderEvents(Balances balances, Sequencer sequencer, EventSink sink) {
        this.balances = balances;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    void accepted(Order order, OrderType orderType, long effectivePriceTicks) {
        OrderAccepted event = accepted;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = order.boundTicks();
        event.effectivePriceTicks = effectivePriceTicks;
        event.quantityLots = order.quantityLots;
        event.triggerPriceTicks = order.triggerTicks;
        event.trailTicks = order.trailTicks;
        event.trailPpm = order.trailPpm;
        event.displayLots = order.displayLots;
        event.expiresNanos = order.expiresNanos;
        event.holdMinor = order.holdMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = order.instrument().instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        event.orderType = orderType;
        boolean isImmediateMarket = orderType == OrderType.MARKET && order.timeInForce == TimeInForce.GTC;
        event.timeInForce = isImmediateMarket ? TimeInForce.IOC : order.timeInForce;
        event.postOnly = order.postOnly;
        event.pegReference = order.pegReference;
        event.pegOffsetTicks = order.pegOffsetTicks;
        order.toldTriggerTicks = order.triggerTicks;
        sequencer.stamp(event);
        sink.onOrderAccepted(event);
    }

    /** A pegged order stands at another price; 0 for none, before and after. */
    void repriced(Order order, long oldPriceTicks, long priceTicks) {
        OrderRepriced event = repriced;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.oldPriceTicks = oldPriceTicks;
        event.priceTicks = priceTicks;
        event.remainingLots = order.remainingLots();
        event.instrumentId = order.instrument().instrumentId;
        event.side = order.side;
        sequencer.stamp(event);
        sink.onOrderRepriced(event);
    }

    /** The trigger price of a trailing stop has followed. */
    void triggerMoved(Order order) {
        TriggerMoved event = triggerMoved;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.triggerPriceTicks = order.triggerTicks;
        event.instrumentId = order.instrument().instrumentId;
        order.toldTriggerTicks = order.triggerTicks;
        sequencer.stamp(event);
        sink.onTriggerMoved(event);
    }

    /** An order is the entry of a bracket. */
    void bracketed(Order order, Bracket bracket) {
        BracketPlaced event = bracketPlaced;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.takeProfitTicks = bracket.takeProfitTicks;
        event.stopTriggerTicks = bracket.stopTriggerTicks;
        event.stopPriceTicks = bracket.stopPriceTicks;
        event.stopTrailTicks = bracket.stopTrailTicks;
        event.stopTrailPpm = bracket.stopTrailPpm;
        event.instrumentId = order.instrument().instrumentId;
        event.stopType = bracket.stopType;
        sequencer.stamp(event);
        sink.onBracketPlaced(event);
    }

    /** The exits of a bracket were accepted. */
    void exits(Bracket bracket) {
        ExitsPlaced event = exitsPlaced;
        event.orderId = bracket.entryOrderId;
        event.accountId = bracket.accountId;
        event.takeProfitOrderId = bracket.takeProfitOrderId;
        event.stopOrderId = bracket.stopOrderId;
        event.instrumentId = bracket.instrument().instrumentId;
        sequencer.stamp(event);
        sink.onExitsPlaced(event);
    }

    void rejected(PlaceOrder command, Outcome outcome) {
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

    void replaced(Order order, long oldPriceTicks, long oldQuantityLots, boolean keptPriority) {
        OrderReplaced event = replaced;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.oldPriceTicks = oldPriceTicks;
        event.oldQuantityLots = oldQuantityLots;
        event.priceTicks = order.boundTicks();
        event.quantityLots = order.quantityLots;
        event.triggerPriceTicks = order.triggerTicks;
        order.toldTriggerTicks = order.triggerTicks;
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

    /** An order was set off: accepted, or refused by a rule. */
    void triggered(
            Order order, long triggerPriceTicks, long lastPriceTicks, long effectivePriceTicks, Outcome outcome) {
        OrderTriggered event = triggered;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.triggerPriceTicks = triggerPriceTicks;
        event.lastPriceTicks = lastPriceTicks;
        event.effectivePriceTicks = effectivePriceTicks;
        event.holdMinor = order.holdMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = order.instrument().instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        event.orderType = order.orderType;
        event.outcome = outcome;
        sequencer.stamp(event);
        sink.onOrderTriggered(event);
    }

    void linked(Order order, Order stop) {
        OrdersLinked event = linked;
        event.orderId = order.orderId;
        event.linkedOrderId = stop.orderId;
        event.accountId = order.accountId;
        event.instrumentId = order.instrument().instrumentId;
        sequencer.stamp(event);
        sink.onOrdersLinked(event);
    }

    void refreshed(Order order) {
        OrderRefreshed event = refreshed;
        event.orderId = order.orderId;
        event.priceTicks = order.priceTicks;
        event.shownLots = order.openShownLots();
        event.remainingLots = order.remainingLots();
        event.instrumentId = order.instrument().instrumentId;
        event.side = order.side;
        sequencer.stamp(event);
        sink.onOrderRefreshed(event);
    }

    void reduced(Order order, long reducedLots, long releasedMinor) {
        OrderReduced event = reduced;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = order.boundTicks();
        event.quantityLots = order.quantityLots;
        event.filledLots = order.filledLots;
        event.reducedLots = reducedLots;
        event.releasedMinor = releasedMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = order.instrument().instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        sequencer.stamp(event);
        sink.onOrderReduced(event);
    }

    void cancelled(Order order, long releasedMinor, CancelReason reason) {
        OrderCancelled event = cancelled;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = order.boundTicks();
        event.quantityLots = order.quantityLots;
        event.filledLots = order.filledLots;
        event.remainingLots = order.remainingLots();
        event.releasedMinor = releasedMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.instrumentId = order.instrument().instrumentId;
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.side = order.side;
        event.reason = reason;
        sequencer.stamp(event);
        sink.onOrderCancelled(event);
    }
}
