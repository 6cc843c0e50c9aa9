package io.pharos.core.trading;

import io.pharos.core.command.VenueReport;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.OrderRouted;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.VenueOrderChanged;
import io.pharos.core.ledger.Balances;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.RouteAction;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueBreakKind;
import io.pharos.protocol.VenueOrderState;

/** What is asked of venues about an order, and what their answers do to it; {@link RoutedOrder} has the diagram. */
final class VenueRequests {
    private final Balances balances;
    private final RoutedOrders routed;
    private final VenueBreaks breaks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final OrderRouted orderRouted = new OrderRouted();
    private final VenueOrderChanged orderChanged = new VenueOrderChanged();

    VenueRequests(
            Balances balances,
            RoutedOrders routed,
            VenueBreaks breaks,
            OpenOrders orders,
            OrderChanges changes,
            OrderEvents events,
            Sequencer sequencer,
            EventSink sink) {
        this.balances = balances;
        this.routed = routed;
        this.breaks = breaks;
        this.orders = orders;
        this.changes = changes;
        this.events = events;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /** Sends a new order, which is accepted and holds what it may cost. */
    void send(RoutedOrder of) {
        of.state = VenueOrderState.PENDING_NEW;
        of.requestNumber = 1;
        routed.add(of);
        emitRouted(of, RouteAction.NEW, of.order.priceTicks, of.order.quantityLots);
    }

    /** Asks for a change; what it may cost more is held already. */
    void replace(RoutedOrder of, long priceTicks, long quantityLots) {
        routed.changing(of);
        of.pendingPriceTicks = priceTicks;
        of.pendingQuantityLots = quantityLots;
        changes.hold(of.order, of.neededMinor());
        of.state = VenueOrderState.PENDING_REPLACE;
        of.requestNumber++;
        routed.changed(of);
        emitRouted(of, RouteAction.REPLACE, priceTicks, quantityLots);
        emitChanged(of, 0);
    }

    /** Asks for the cancellation, at once or when the venue has answered. */
    void cancel(RoutedOrder of, CancelReason reason) {
        routed.changing(of);
        of.cancelWanted = reason;
        routed.changed(of);
        if (of.state == VenueOrderState.WORKING) {
            sendCancel(of);
        }
        emitChanged(of, 0);
    }

    /** Says that the last request was not answered in time. */
    void doubt(RoutedOrder of, int requestNumber) {
        boolean waits = of.state == VenueOrderState.PENDING_NEW
                || of.state == VenueOrderState.PENDING_REPLACE
                || of.state == VenueOrderState.PENDING_CANCEL;
        if (waits && of.requestNumber == requestNumber && !of.unknown) {
            routed.changing(of);
            of.unknown = true;
            routed.changed(of);
            emitChanged(of, 0);
        }
    }

    /**
     * What a fill proves before it is booked: that the venue has the order, or has taken a change without which it could not
     * have traded so.
     */
    void inferFrom(RoutedOrder of, VenueReport fill) {
        if (of.state == VenueOrderState.PENDING_NEW) {
            accept(of, 1);
            emitChanged(of, 0);
        } else if (of.state == VenueOrderState.PENDING_REPLACE) {
            boolean isBeyondOld = of.isBeyondLimit(fill.priceTicks) || fill.lots > of.openLots();
            boolean isWithinNew = fill.lots <= of.pendingQuantityLots - of.order.filledLots
                    && (of.order.isBuy()
                            ? fill.priceTicks <= of.pendingPriceTicks
                            : fill.priceTicks >= of.pendingPriceTicks);
            if (isBeyondOld && isWithinNew) {
                acceptChange(of);
            }
        }
    }

    /** After a trade of an order, which was {@link RoutedOrders#changing}: goes on, or ends where nothing is open. */
    void traded(RoutedOrder of) {
        if (of.openLots() == 0) {
            end(of, of.finalLots > 0 ? of.finalReason : CancelReason.NONE);
        } else {
            routed.changed(of);
        }
    }

    /** Lets an order, which was {@link RoutedOrders#changing}, hold what it needs again. */
    void holdMore(RoutedOrder of) {
        changes.hold(of.order, of.neededMinor());
    }

    /** Tells where an order stands and what it holds. */
    void tell(RoutedOrder of) {
        emitChanged(of, 0);
    }

    /** Takes an answer that is no trade. */
    void answered(VenueReport report, Instrument in) {
        RoutedOrder of = routed.find(report.orderId);
        if (of == null) {
            boolean isOver = report.orderId > 0 && report.orderId <= orders.lastOrderId();
            if (!isOver) {
                breaks.find(VenueBreakKind.UNKNOWN_ORDER, report, 0);
            }
            return;
        }
        if (of.order.instrument() != in) {
            breaks.find(VenueBreakKind.MISMATCH, report, 0);
            return;
        }
        switch (report.kind) {
            case NEW -> {
                if (of.state == VenueOrderState.PENDING_NEW) {
                    accept(of, 1);
                    emitChanged(of, 0);
                }
            }
            case STATUS -> works(of, report);
            case REPLACED -> replaced(of, report);
            case CANCEL_REJECTED -> refused(of, report);
            case CANCELLED, EXPIRED, REJECTED, FILLED -> ended(of, report);
            case UNKNOWN_ORDER -> {
                if (of.state == VenueOrderState.PENDING_NEW && of.order.filledLots == 0) {
                    routed.changing(of);
                    end(of, CancelReason.VENUE_REJECTED);
                } else {
                    breaks.find(VenueBreakKind.MISMATCH, report, 0);
                }
            }
            case FILL, CORRECT, BUST, NONE -> throw new IllegalArgumentException("a trade is booked by its report");
        }
    }

    private void works(RoutedOrder of, VenueReport report) {
        boolean wasUnknown = of.unknown;
        if (of.state == VenueOrderState.PENDING_NEW) {
            accept(of, 1);
        } else if (of.state == VenueOrderState.WORKING && wasUnknown) {
            routed.changing(of);
            of.unknown = false;
            routed.changed(of);
        } else if (wasUnknown && report.requestNumber > 0 && report.requestNumber < of.requestNumber) {
            // The venue has not got the request, and works on by an older one. A cancellation is asked for again.
            backToWork(of, true);
        } else {
            return;
        }
        emitChanged(of, 0);
    }

    private void replaced(RoutedOrder of, VenueReport report) {
        boolean isAsked = of.state == VenueOrderState.PENDING_REPLACE
                && (report.requestNumber == 0 || report.requestNumber == of.requestNumber)
                && (report.lots == 0 || report.lots == of.pendingQuantityLots)
                && (report.priceTicks == 0 || report.priceTicks == of.pendingPriceTicks);
        if (isAsked) {
            acceptChange(of);
        } else if (report.requestNumber == 0 || report.requestNumber > of.acceptedNumber) {
            breaks.find(VenueBreakKind.MISMATCH, report, 0);
        }
    }

    private void refused(RoutedOrder of, VenueReport report) {
        boolean waits = of.state == VenueOrderState.PENDING_REPLACE || of.state == VenueOrderState.PENDING_CANCEL;
        if (waits && (report.requestNumber == 0 || report.requestNumber == of.requestNumber)) {
            backToWork(of, of.state == VenueOrderState.PENDING_REPLACE);
            emitChanged(of, report.reasonCode);
        }
    }

    /** A change or a cancellation did not take place. */
    private void backToWork(RoutedOrder of, boolean keepsCancel) {
        routed.changing(of);
        of.pendingPriceTicks = 0;
        of.pendingQuantityLots = 0;
        of.state = VenueOrderState.WORKING;
        of.unknown = false;
        if (!keepsCancel) {
            of.cancelWanted = CancelReason.NONE;
        }
        changes.hold(of.order, of.neededMinor());
        routed.changed(of);
        if (of.cancelWanted != CancelReason.NONE) {
            sendCancel(of);
        }
    }

    private void accept(RoutedOrder of, int requestNumber) {
        routed.changing(of);
        of.state = VenueOrderState.WORKING;
        of.acceptedNumber = requestNumber;
        of.unknown = false;
        routed.changed(of);
        if (of.cancelWanted != CancelReason.NONE) {
            sendCancel(of);
        }
    }

    private void acceptChange(RoutedOrder of) {
        routed.changing(of);
        Order order = of.order;
        long oldPriceTicks = order.priceTicks;
        long oldQuantityLots = order.quantityLots;
        order.priceTicks = of.pendingPriceTicks;
        order.quantityLots = Math.max(of.pendingQuantityLots, order.filledLots);
        of.pendingPriceTicks = 0;
        of.pendingQuantityLots = 0;
        of.state = VenueOrderState.WORKING;
        of.acceptedNumber = of.requestNumber;
        of.unknown = false;
        changes.hold(order, of.openLots() == 0 ? 0 : of.neededMinor());
        events.replaced(order, oldPriceTicks, oldQuantityLots, false);
        if (of.openLots() == 0) {
            // Fills came between: the smaller quantity has been traded already.
            end(of, CancelReason.VENUE_CANCELLED);
            return;
        }
        routed.changed(of);
        if (of.cancelWanted != CancelReason.NONE) {
            sendCancel(of);
        }
        emitChanged(of, 0);
    }

    /** The venue says that the order is over, and how much of it was traded. */
    private void ended(RoutedOrder of, VenueReport report) {
        Order order = of.order;
        CancelReason reason = reason(of, report);
        // What was freed by a first report that it is over is not held again for a second one.
        long mostLots = of.finalLots > 0 ? of.finalLots : order.quantityLots;
        if (report.cumulativeLots < order.filledLots
                || report.cumulativeLots > Math.max(mostLots, of.pendingQuantityLots)) {
            breaks.find(VenueBreakKind.MISMATCH, report, 0);
        }
        routed.changing(of);
        long finalLots = Math.min(report.cumulativeLots, mostLots);
        if (finalLots <= order.filledLots) {
            end(of, reason);
            return;
        }
        of.pendingPriceTicks = 0;
        of.pendingQuantityLots = 0;
        of.finalLots = finalLots;
        of.finalReason = reason;
        of.state = VenueOrderState.AWAITING_FILLS;
        of.unknown = true;
        changes.hold(order, of.neededMinor());
        routed.changed(of);
        emitChanged(of, report.reasonCode);
    }

    private static CancelReason reason(RoutedOrder of, VenueReport report) {
        return switch (report.kind) {
            case EXPIRED -> CancelReason.EXPIRED;
            case REJECTED -> CancelReason.VENUE_REJECTED;
            default -> {
                if (of.cancelWanted != CancelReason.NONE) {
                    yield of.cancelWanted;
                }
                yield of.order.timeInForce.isImmediate() ? CancelReason.IOC_REMAINDER : CancelReason.VENUE_CANCELLED;
            }
        };
    }

    /** Ends an order that was {@link RoutedOrders#changing}: filled, or cancelled for a reason. */
    private void end(RoutedOrder of, CancelReason reason) {
        Order order = of.order;
        routed.remove(of);
        of.state = VenueOrderState.ENDED;
        of.unknown = false;
        long releasedMinor = order.holdMinor;
        if (releasedMinor > 0) {
            changes.hold(order, 0);
        }
        if (order.remainingLots() > 0) {
            events.cancelled(order, releasedMinor, reason == CancelReason.NONE ? CancelReason.VENUE_CANCELLED : reason);
        }
        emitChanged(of, 0);
    }

    private void sendCancel(RoutedOrder of) {
        routed.changing(of);
        of.state = VenueOrderState.PENDING_CANCEL;
        of.requestNumber++;
        routed.changed(of);
        emitRouted(of, RouteAction.CANCEL, of.order.priceTicks, of.order.quantityLots);
    }

    private void emitRouted(RoutedOrder of, RouteAction action, long priceTicks, long quantityLots) {
        Order order = of.order;
        OrderRouted event = orderRouted;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.priceTicks = priceTicks;
        event.quantityLots = quantityLots;
        event.filledLots = order.filledLots;
        event.expiresNanos = order.expiresNanos;
        event.instrumentId = order.instrument().instrumentId;
        event.venueId = venueId(order);
        event.requestNumber = of.requestNumber;
        event.acceptedNumber = of.acceptedNumber;
        event.action = action;
        event.side = order.side;
        event.timeInForce = order.timeInForce == TimeInForce.NONE ? TimeInForce.GTC : order.timeInForce;
        sequencer.stamp(event);
        sink.onOrderRouted(event);
    }

    private void emitChanged(RoutedOrder of, int reasonCode) {
        Order order = of.order;
        VenueOrderChanged event = orderChanged;
        event.orderId = order.orderId;
        event.accountId = order.accountId;
        event.clientTag = order.clientTag;
        event.finalLots = of.finalLots;
        event.holdMinor = order.holdMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.holdAssetId = order.instrument().spentAssetId(order.side);
        event.instrumentId = order.instrument().instrumentId;
        event.venueId = venueId(order);
        event.requestNumber = of.requestNumber;
        event.reasonCode = reasonCode;
        event.state = of.state;
        event.unknown = of.unknown;
        event.cancelWanted = of.cancelWanted != CancelReason.NONE;
        sequencer.stamp(event);
        sink.onVenueOrderChanged(event);
    }

    private static int venueId(Order order) {
        Listing listing = order.instrument().listing;
        return listing == null ? 0 : listing.venueId;
    }
}
