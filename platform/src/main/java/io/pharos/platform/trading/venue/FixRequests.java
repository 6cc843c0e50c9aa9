package io.pharos.platform.trading.venue;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.trading.venue.RequestTable.Request;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExpireTime;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Symbol;
import quickfix.field.TransactTime;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelReplaceRequest;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** Builds the FIX 4.4 messages of requests: NewOrderSingle, OrderCancelRequest, OrderCancelReplaceRequest, OrderStatusRequest. */
final class FixRequests {
    private FixRequests() {}

    static Message of(Request request, Instrument instrument, Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return switch (request.state()) {
            case PENDING_NEW -> order(request, instrument, at);
            case PENDING_REPLACE -> change(request, instrument, at);
            case PENDING_CANCEL -> cancellation(request, instrument, at);
            default -> throw new IllegalArgumentException("nothing to send in state " + request.state());
        };
    }

    private static Message order(Request request, Instrument instrument, LocalDateTime at) {
        NewOrderSingle order = new NewOrderSingle();
        order.set(new ClOrdID(id(request)));
        order.set(new OrdType(OrdType.LIMIT));
        order.set(timeInForce(request.timeInForce()));
        order.set(new TransactTime(at));
        terms(order, request, instrument);
        if (request.expiresNanos() != 0) {
            Instant ends = Instant.EPOCH.plusNanos(request.expiresNanos());
            order.set(new ExpireTime(LocalDateTime.ofInstant(ends, ZoneOffset.UTC)));
        }
        return order;
    }

    private static Message change(Request request, Instrument instrument, LocalDateTime at) {
        OrderCancelReplaceRequest change = new OrderCancelReplaceRequest();
        change.set(new ClOrdID(id(request)));
        change.set(new OrigClOrdID(acceptedId(request)));
        change.set(new OrdType(OrdType.LIMIT));
        change.set(timeInForce(request.timeInForce()));
        change.set(new TransactTime(at));
        terms(change, request, instrument);
        return change;
    }

    private static Message cancellation(Request request, Instrument instrument, LocalDateTime at) {
        OrderCancelRequest cancel = new OrderCancelRequest();
        cancel.set(new ClOrdID(id(request)));
        cancel.set(new OrigClOrdID(acceptedId(request)));
        cancel.set(new TransactTime(at));
        cancel.setField(new Symbol(instrument.symbol()));
        cancel.setField(side(request.side()));
        cancel.setString(OrderQty.FIELD, instrument.formatQuantity(request.quantityLots()));
        return cancel;
    }

    private static String id(Request request) {
        return new ClOrdId(request.orderId(), request.requestNumber()).text();
    }

    private static String acceptedId(Request request) {
        return new ClOrdId(request.orderId(), Math.max(1, request.acceptedNumber())).text();
    }

    /** Asks for the order under the name that the venue knows best: of the accepted request, or else the first. */
    static Message question(Request request, Instrument instrument) {
        OrderStatusRequest question = new OrderStatusRequest();
        question.set(new ClOrdID(acceptedId(request)));
        question.setField(new Symbol(instrument.symbol()));
        question.setField(side(request.side()));
        return question;
    }

    private static void terms(Message message, Request request, Instrument instrument) {
        message.setField(new Symbol(instrument.symbol()));
        message.setField(side(request.side()));
        message.setString(OrderQty.FIELD, instrument.formatQuantity(request.quantityLots()));
        message.setString(Price.FIELD, instrument.formatPrice(request.priceTicks()));
    }

    private static quickfix.field.Side side(Side side) {
        return new quickfix.field.Side(side == Side.BUY ? quickfix.field.Side.BUY : quickfix.field.Side.SELL);
    }

    private static quickfix.field.TimeInForce timeInForce(TimeInForce timeInForce) {
        return new quickfix.field.TimeInForce(
                switch (timeInForce) {
                    case DAY -> quickfix.field.TimeInForce.DAY;
                    case IOC -> quickfix.field.TimeInForce.IMMEDIATE_OR_CANCEL;
                    case FOK -> quickfix.field.TimeInForce.FILL_OR_KILL;
                    case GTD -> quickfix.field.TimeInForce.GOOD_TILL_DATE;
                    default -> quickfix.field.TimeInForce.GOOD_TILL_CANCEL;
                });
    }
}
