package io.pharos.platform.sandbox.venue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.CxlRejResponseTo;
import quickfix.field.ExecID;
import quickfix.field.ExecRefID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.fix44.ExecutionReport;
import quickfix.fix44.OrderCancelReject;

/**
 * The books of the sandbox venue. Orders trade against {@link VenueQuotes}; what is left rests until the quotes come to it.
 * Every method holds the lock; reports go out in the order in which they arise, unless a fault was asked for.
 */
final class SandboxVenue {
    private static final int ORDERS_MAX = 100_000;

    private final VenueQuotes quotes;
    private final Consumer<Message> out;
    private final Map<String, RestingVenueOrder> byClOrdId = new LinkedHashMap<>();
    private final Map<String, RestingVenueOrder> traded = new HashMap<>();

    /** Execution ids are unique over restarts. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private long lastExec;
    private long lastOrder;
    private VenueMode mode = VenueMode.NORMAL;
    private @Nullable Message heldBack;
    private @Nullable String lastTrade;

    SandboxVenue(VenueQuotes quotes, Consumer<Message> out) {
        this.quotes = quotes;
        this.out = out;
    }

    synchronized VenueMode mode() {
        return mode;
    }

    synchronized void mode(VenueMode next) {
        mode = next;
        Message held = heldBack;
        heldBack = null;
        if (held != null) {
            out.accept(held);
        }
    }

    synchronized void onMessage(Message message) throws FieldNotFound, IncorrectTagValue {
        if (mode == VenueMode.STALL) {
            return;
        }
        switch (message.getHeader().getString(MsgType.FIELD)) {
            case MsgType.NEW_ORDER_SINGLE -> place(message);
            case MsgType.ORDER_CANCEL_REQUEST -> cancel(message);
            case MsgType.ORDER_CANCEL_REPLACE_REQUEST -> replace(message);
            case MsgType.ORDER_STATUS_REQUEST -> status(message);
            default -> throw new IncorrectTagValue(MsgType.FIELD);
        }
    }

    /** Lets the quotes wander, and what rests trade where they come to it. */
    synchronized void turn() {
        quotes.wander();
        if (mode != VenueMode.STALL) {
            for (RestingVenueOrder order : List.copyOf(byClOrdId.values())) {
                if (order.isOpen()) {
                    take(order);
                }
            }
        }
    }

    /** Takes the last trade back; false where there is none. */
    synchronized boolean bustLast() {
        RestingVenueOrder order = lastTraded();
        if (order == null) {
            return false;
        }
        String reference = String.valueOf(order.lastExecId);
        order.filled -= order.lastQuantity;
        order.quantity -= order.lastQuantity;
        ExecutionReport report = report(order, ExecType.TRADE_CANCEL);
        report.set(new ExecRefID(reference));
        forget(order, reference);
        send(report);
        return true;
    }

    /** Tells the last trade anew, a cent cheaper; false where there is none. */
    synchronized boolean correctLast() {
        RestingVenueOrder order = lastTraded();
        if (order == null) {
            return false;
        }
        String reference = String.valueOf(order.lastExecId);
        order.lastPrice = order.lastPrice.subtract(new BigDecimal("0.01"));
        ExecutionReport report = report(order, ExecType.TRADE_CORRECT);
        report.set(new ExecRefID(reference));
        report.setString(LastQty.FIELD, String.valueOf(order.lastQuantity));
        report.setString(LastPx.FIELD, order.lastPrice.toPlainString());
        forget(order, reference);
        remember(order, report);
        send(report);
        return true;
    }

    /** Cancels the oldest open order unasked; false where there is none. */
    synchronized boolean cancelOldest() {
        for (RestingVenueOrder order : byClOrdId.values()) {
            if (order.isOpen()) {
                order.status = OrdStatus.CANCELED;
                send(report(order, ExecType.CANCELED));
                return true;
            }
        }
        return false;
    }

    synchronized long openOrders() {
        return byClOrdId.values().stream()
                .filter(RestingVenueOrder::isOpen)
                .distinct()
                .count();
    }

    private void place(Message message) throws FieldNotFound, IncorrectTagValue {
        String id = message.getString(ClOrdID.FIELD);
        String symbol = message.getString(Symbol.FIELD);
        boolean buy = message.getChar(Side.FIELD) == Side.BUY;
        char timeInForce = message.isSetField(TimeInForce.FIELD) ? message.getChar(TimeInForce.FIELD) : TimeInForce.DAY;
        RestingVenueOrder order = new RestingVenueOrder(
                id,
                "SV-" + run + "-" + ++lastOrder,
                symbol,
                buy,
                timeInForce,
                quantity(message),
                price(message),
                OrdStatus.NEW);
        if (byClOrdId.containsKey(id)) {
            reject(order, OrdRejReason.DUPLICATE_ORDER);
        } else if (mode == VenueMode.REJECT || byClOrdId.size() >= ORDERS_MAX) {
            reject(order, OrdRejReason.BROKER_EXCHANGE_OPTION);
        } else if (!quotes.knows(symbol)) {
            reject(order, OrdRejReason.UNKNOWN_SYMBOL);
        } else if (timeInForce == TimeInForce.FILL_OR_KILL && reachable(order) < order.quantity) {
            reject(order, OrdRejReason.ORDER_EXCEEDS_LIMIT);
        } else {
            byClOrdId.put(id, order);
            send(report(order, ExecType.NEW));
            take(order);
            boolean immediate =
                    timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL || timeInForce == TimeInForce.FILL_OR_KILL;
            if (immediate && order.isOpen()) {
                order.status = OrdStatus.CANCELED;
                send(report(order, ExecType.CANCELED));
            }
        }
    }

    private void cancel(Message message) throws FieldNotFound {
        String id = message.getString(ClOrdID.FIELD);
        RestingVenueOrder order = byClOrdId.get(message.getString(OrigClOrdID.FIELD));
        if (order == null || !order.isOpen()) {
            refuse(message, order, CxlRejResponseTo.ORDER_CANCEL_REQUEST);
            return;
        }
        order.status = OrdStatus.CANCELED;
        ExecutionReport report = report(order, ExecType.CANCELED);
        report.set(new ClOrdID(id));
        report.set(new OrigClOrdID(order.clOrdId));
        byClOrdId.put(id, order);
        send(report);
    }

    private void replace(Message message) throws FieldNotFound, IncorrectTagValue {
        String id = message.getString(ClOrdID.FIELD);
        RestingVenueOrder order = byClOrdId.get(message.getString(OrigClOrdID.FIELD));
        long quantity = quantity(message);
        if (order == null || !order.isOpen() || quantity <= order.filled) {
            refuse(message, order, CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST);
            return;
        }
        String before = order.clOrdId;
        order.quantity = quantity;
        order.price = price(message);
        order.clOrdId = id;
        byClOrdId.put(id, order);
        ExecutionReport report = report(order, ExecType.REPLACED);
        report.set(new OrigClOrdID(before));
        send(report);
        take(order);
    }

    private void status(Message message) throws FieldNotFound {
        String id = message.getString(ClOrdID.FIELD);
        RestingVenueOrder order = byClOrdId.get(id);
        if (order == null) {
            order = new RestingVenueOrder(
                    id,
                    "NONE",
                    message.getString(Symbol.FIELD),
                    message.getChar(Side.FIELD) == Side.BUY,
                    TimeInForce.DAY,
                    0,
                    BigDecimal.ZERO,
                    OrdStatus.REJECTED);
            ExecutionReport report = report(order, ExecType.ORDER_STATUS);
            report.set(new OrdRejReason(OrdRejReason.UNKNOWN_ORDER));
            send(report);
            return;
        }
        ExecutionReport report = report(order, ExecType.ORDER_STATUS);
        report.set(new ClOrdID(id));
        send(report);
    }

    private long reachable(RestingVenueOrder order) {
        long quantity = 0;
        for (int level = 0; level < quotes.levels(); level++) {
            quantity += reaches(order, level) ? quotes.quantity() : 0;
        }
        return quantity;
    }

    private boolean reaches(RestingVenueOrder order, int level) {
        BigDecimal offered = quotes.price(order.symbol, order.buy, level);
        return order.buy ? offered.compareTo(order.price) <= 0 : offered.compareTo(order.price) >= 0;
    }

    private void take(RestingVenueOrder order) {
        int taken = 0;
        for (int level = 0; level < quotes.levels() && order.open() > 0 && reaches(order, level); level++) {
            long quantity = Math.min(order.open(), quotes.quantity());
            order.filled += quantity;
            order.status = order.open() == 0 ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
            order.lastQuantity = quantity;
            order.lastPrice = quotes.price(order.symbol, order.buy, level);
            ExecutionReport report = report(order, ExecType.TRADE);
            report.setString(LastQty.FIELD, String.valueOf(quantity));
            report.setString(LastPx.FIELD, order.lastPrice.toPlainString());
            remember(order, report);
            send(report);
            taken++;
        }
        quotes.taken(order.symbol, order.buy, taken);
    }

    private void reject(RestingVenueOrder order, int reason) {
        order.status = OrdStatus.REJECTED;
        ExecutionReport report = report(order, ExecType.REJECTED);
        report.set(new OrdRejReason(reason));
        send(report);
    }

    private void refuse(Message message, @Nullable RestingVenueOrder order, char responseTo) throws FieldNotFound {
        OrderCancelReject reject = new OrderCancelReject();
        reject.set(new OrderID(order == null ? "NONE" : order.venueOrderId));
        reject.set(new ClOrdID(message.getString(ClOrdID.FIELD)));
        reject.set(new OrigClOrdID(message.getString(OrigClOrdID.FIELD)));
        reject.set(new OrdStatus(order == null ? OrdStatus.REJECTED : order.status));
        reject.set(new CxlRejResponseTo(responseTo));
        reject.set(new CxlRejReason(order == null ? CxlRejReason.UNKNOWN_ORDER : CxlRejReason.TOO_LATE_TO_CANCEL));
        send(reject);
    }

    private ExecutionReport report(RestingVenueOrder order, char type) {
        ExecutionReport report = new ExecutionReport();
        report.set(new OrderID(order.venueOrderId));
        report.set(new ExecID(run + "-" + ++lastExec));
        report.set(new ExecType(type));
        report.set(new OrdStatus(order.status));
        report.set(new ClOrdID(order.clOrdId));
        report.set(new Symbol(order.symbol));
        report.set(new Side(order.buy ? Side.BUY : Side.SELL));
        report.setString(OrderQty.FIELD, String.valueOf(order.quantity));
        report.setString(Price.FIELD, order.price.toPlainString());
        report.setString(CumQty.FIELD, String.valueOf(order.filled));
        report.setString(LeavesQty.FIELD, String.valueOf(order.isOpen() ? order.open() : 0));
        report.setString(AvgPx.FIELD, "0");
        return report;
    }

    private void remember(RestingVenueOrder order, ExecutionReport report) {
        try {
            String execId = report.getString(ExecID.FIELD);
            order.lastExecId = execId;
            lastTrade = execId;
            traded.put(execId, order);
        } catch (FieldNotFound e) {
            throw new IllegalStateException("every report has an execution id", e);
        }
    }

    private void forget(RestingVenueOrder order, String execId) {
        traded.remove(execId);
        order.lastExecId = null;
        lastTrade = null;
    }

    private @Nullable RestingVenueOrder lastTraded() {
        String last = lastTrade;
        return last == null ? null : traded.get(last);
    }

    private void send(Message message) {
        switch (mode) {
            case REORDER -> {
                Message held = heldBack;
                if (held == null) {
                    heldBack = message;
                } else {
                    heldBack = null;
                    out.accept(message);
                    out.accept(held);
                }
            }
            case DUPLICATE -> {
                out.accept((Message) message.clone());
                out.accept(message);
            }
            default -> out.accept(message);
        }
    }

    private static long quantity(Message message) throws FieldNotFound, IncorrectTagValue {
        try {
            BigInteger quantity = new BigDecimal(message.getString(OrderQty.FIELD)).toBigIntegerExact();
            if (quantity.signum() > 0 && quantity.bitLength() < 50) {
                return quantity.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IncorrectTagValue(OrderQty.FIELD);
        }
        throw new IncorrectTagValue(OrderQty.FIELD);
    }

    private static BigDecimal price(Message message) throws FieldNotFound, IncorrectTagValue {
        try {
            BigDecimal price = new BigDecimal(message.getString(Price.FIELD));
            if (price.signum() > 0 && price.precision() < 20) {
                return price;
            }
        } catch (NumberFormatException e) {
            throw new IncorrectTagValue(Price.FIELD);
        }
        throw new IncorrectTagValue(Price.FIELD);
    }
}
