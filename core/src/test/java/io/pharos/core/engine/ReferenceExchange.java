package io.pharos.core.engine;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.Transfer;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slow and obvious exchange, written against the rules and not against the core: lists that are searched from end to
 * end, numbers without a limit, and no balance kept twice. What is held is added up anew from open orders and holds, what
 * is available is what is owned and not held.
 */
final class ReferenceExchange {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** An open order; {@code owedMillionths} is the exact sum of its fees so far. */
    private static final class Order {
        long orderId;
        long accountId;
        Side side = Side.NONE;
        long price;
        long quantity;
        long filled;
        long arrival;
        BigInteger owedMillionths = BigInteger.ZERO;
        BigInteger charged = BigInteger.ZERO;
        BigInteger taxMillionths = BigInteger.ZERO;
        BigInteger taxCharged = BigInteger.ZERO;

        long remaining() {
            return quantity - filled;
        }
    }

    private record OpenHold(long holdId, long accountId, int assetId, long amount, long deadlineNanos) {}

    private record Moved(long debitAccountId, long creditAccountId, int assetId, BigInteger amount, int legs) {}

    /** What is bought or earned and comes on a day. */
    private record Coming(long accountId, int assetId, BigInteger amount, long dueDay) {}

    private final RegisterInstrument terms;
    private final List<Coming> coming = new ArrayList<>();
    private SetSettlementRules rules = new SetSettlementRules();
    private long day;
    private final Map<Long, Moved> moved = new TreeMap<>();
    private final List<Order> book = new ArrayList<>();
    private final Map<Long, OpenHold> holds = new TreeMap<>();
    private final Map<String, BigInteger> owned = new TreeMap<>();
    private final List<String> trades = new ArrayList<>();
    private long arrivals;

    ReferenceExchange(RegisterInstrument terms) {
        this.terms = terms;
        for (long i = 0; i < 5; i++) {
            add(TestMarket.FIRST_CUSTOMER + i, TestMarket.CNY, BigInteger.valueOf(TestMarket.CASH_MINOR));
            add(TestMarket.FIRST_CUSTOMER + i, TestMarket.SHR, BigInteger.valueOf(TestMarket.SHARES));
            issued(2 * i + 1, TestMarket.FIRST_CUSTOMER + i, TestMarket.CNY, TestMarket.CASH_MINOR);
            issued(2 * i + 2, TestMarket.FIRST_CUSTOMER + i, TestMarket.SHR, TestMarket.SHARES);
        }
    }

    /** The trades since the last call: {@code taker takes quantity@price of maker}. */
    List<String> drainTrades() {
        List<String> drained = List.copyOf(trades);
        trades.clear();
        return drained;
    }

    BigInteger owned(long accountId, int assetId) {
        return owned.getOrDefault(accountId + "/" + assetId, BigInteger.ZERO);
    }

    BigInteger held(long accountId, int assetId) {
        BigInteger held = BigInteger.ZERO;
        for (Order order : book) {
            if (order.accountId == accountId && assetId == (order.side == Side.BUY ? TestMarket.CNY : TestMarket.SHR)) {
                held = held.add(need(order, order.price, order.remaining()));
            }
        }
        for (OpenHold hold : holds.values()) {
            if (hold.accountId == accountId && hold.assetId == assetId) {
                held = held.add(BigInteger.valueOf(hold.amount));
            }
        }
        return held;
    }

    BigInteger available(long accountId, int assetId) {
        return owned(accountId, assetId).subtract(held(accountId, assetId));
    }

    /** The orders of a side, best price first, within a price first come first. */
    String side(Side side) {
        StringBuilder text = new StringBuilder();
        for (Order order : sorted(side)) {
            text.append(order.remaining())
                    .append('@')
                    .append(order.price)
                    .append('#')
                    .append(order.orderId)
                    .append(' ');
        }
        return text.toString();
    }

    /** Whether the means of the account cover a new order, by the price that bounds it. */
    boolean covers(PlaceOrder command, long boundTicks) {
        if (command.side == Side.SELL) {
            return available(command.accountId, TestMarket.SHR).compareTo(BigInteger.valueOf(command.quantityLots))
                    >= 0;
        }
        BigInteger need;
        if (command.orderType == OrderType.MARKET) {
            BigInteger cost = costOfWalk(boundTicks, command.quantityLots);
            need = cost.add(roundUp(cost.multiply(BigInteger.valueOf(terms.takerFeePpm))));
        } else {
            need = need(new Order(), command.priceTicks, command.quantityLots, Side.BUY);
        }
        return available(command.accountId, TestMarket.CNY).compareTo(need) >= 0;
    }

    /** Lots that an order of a side with this bound would trade. */
    long reachable(Side side, long boundTicks) {
        long lots = 0;
        for (Order maker : sorted(opposite(side))) {
            lots += reaches(side, boundTicks, maker.price) ? maker.remaining() : 0;
        }
        return lots;
    }

    void place(PlaceOrder command, long orderId, long boundTicks) {
        Order order = new Order();
        order.orderId = orderId;
        order.accountId = command.accountId;
        order.side = command.side;
        order.price = command.priceTicks;
        order.quantity = command.quantityLots;
        match(order, boundTicks);
        boolean rests = command.orderType == OrderType.LIMIT
                && command.timeInForce == io.pharos.protocol.TimeInForce.GTC
                && order.remaining() > 0;
        if (rests) {
            order.arrival = ++arrivals;
            book.add(order);
        }
    }

    void replace(ReplaceOrder command) {
        Order order = find(command.orderId);
        boolean keepsPlace = command.priceTicks == order.price && command.quantityLots < order.quantity;
        order.price = command.priceTicks;
        order.quantity = command.quantityLots;
        if (!keepsPlace) {
            book.remove(order);
            match(order, order.price);
            if (order.remaining() > 0) {
                order.arrival = ++arrivals;
                book.add(order);
            }
        }
    }

    void cancel(CancelOrder command) {
        book.remove(find(command.orderId));
    }

    void massCancel(MassCancel command) {
        book.removeIf(order -> order.accountId == command.accountId);
    }

    /** What an opening cancels: the orders outside the limits. */
    void cancelOutside(long lowerTicks, long upperTicks) {
        book.removeIf(order -> order.price < lowerTicks || order.price > upperTicks);
    }

    void transfer(Transfer command, long transferId) {
        move(command, transferId, 1);
    }

    void linked(LinkedTransfers command, long firstId) {
        for (int i = 0; i < command.legCount(); i++) {
            move(command.leg(i), firstId + i, i == 0 ? command.legCount() : 0);
        }
    }

    void reverse(ReverseTransfer command) {
        int legs = Objects.requireNonNull(moved.get(command.transferId)).legs;
        for (int i = 0; i < legs; i++) {
            Moved leg = Objects.requireNonNull(moved.remove(command.transferId + i));
            add(leg.creditAccountId, leg.assetId, leg.amount.negate());
            add(leg.debitAccountId, leg.assetId, leg.amount);
        }
    }

    private void move(Transfer command, long transferId, int legs) {
        BigInteger amount = BigInteger.valueOf(command.amountMinor);
        if (command.balancing == Balancing.DEBIT) {
            amount = amount.min(available(command.debitAccountId, command.assetId));
        }
        add(command.debitAccountId, command.assetId, amount.negate());
        add(command.creditAccountId, command.assetId, amount);
        moved.put(
                transferId, new Moved(command.debitAccountId, command.creditAccountId, command.assetId, amount, legs));
    }

    private void issued(long transferId, long accountId, int assetId, long amountMinor) {
        moved.put(transferId, new Moved(TestMarket.ISSUANCE, accountId, assetId, BigInteger.valueOf(amountMinor), 1));
    }

    void hold(Hold command, long holdId) {
        holds.put(
                holdId,
                new OpenHold(holdId, command.accountId, command.assetId, command.amountMinor, command.deadlineNanos));
    }

    void capture(CaptureHold command, long transferId) {
        OpenHold hold = Objects.requireNonNull(holds.remove(command.holdId));
        BigInteger amount = BigInteger.valueOf(command.amountMinor);
        moved.put(transferId, new Moved(hold.accountId, command.creditAccountId, hold.assetId, amount, 1));
        add(hold.accountId, hold.assetId, BigInteger.valueOf(-command.amountMinor));
        add(command.creditAccountId, hold.assetId, BigInteger.valueOf(command.amountMinor));
    }

    void release(ReleaseHold command) {
        holds.remove(command.holdId);
    }

    void advanceTo(long timeNanos) {
        holds.values().removeIf(hold -> hold.deadlineNanos != 0 && hold.deadlineNanos <= timeNanos);
    }

    private void match(Order taker, long boundTicks) {
        while (taker.remaining() > 0) {
            List<Order> makers = sorted(opposite(taker.side));
            if (makers.isEmpty() || !reaches(taker.side, boundTicks, makers.getFirst().price)) {
                return;
            }
            Order maker = makers.getFirst();
            long lots = Math.min(maker.remaining(), taker.remaining());
            trades.add("#" + taker.orderId + " takes " + lots + "@" + maker.price + " of #" + maker.orderId);
            trade(maker, taker, lots);
            if (maker.remaining() == 0) {
                book.remove(maker);
            }
        }
    }

    private void trade(Order maker, Order taker, long lots) {
        BigInteger notional = notional(maker.price, lots);
        maker.filled += lots;
        taker.filled += lots;
        maker.owedMillionths = maker.owedMillionths.add(notional.multiply(BigInteger.valueOf(terms.makerFeePpm)));
        taker.owedMillionths = taker.owedMillionths.add(notional.multiply(BigInteger.valueOf(terms.takerFeePpm)));
        Order buy = taker.side == Side.BUY ? taker : maker;
        Order sell = taker.side == Side.BUY ? maker : taker;
        sell.taxMillionths = sell.taxMillionths.add(notional.multiply(BigInteger.valueOf(terms.sellTaxPpm)));

        BigInteger buyFee = roundUp(buy.owedMillionths).subtract(buy.charged);
        BigInteger sellFee = roundUp(sell.owedMillionths).subtract(sell.charged).min(notional);
        BigInteger tax = roundUp(sell.taxMillionths).subtract(sell.taxCharged).min(notional.subtract(sellFee));
        buy.charged = buy.charged.add(buyFee);
        sell.charged = sell.charged.add(sellFee);
        sell.taxCharged = sell.taxCharged.add(tax);

        BigInteger shares = BigInteger.valueOf(lots);
        receive(buy.accountId, TestMarket.SHR, shares, rules.sameDaySale);
        add(sell.accountId, TestMarket.SHR, shares.negate());
        add(buy.accountId, TestMarket.CNY, notional.add(buyFee).negate());
        receive(sell.accountId, TestMarket.CNY, notional.subtract(sellFee).subtract(tax), rules.proceedsUsable);
        add(TestMarket.FEES, TestMarket.CNY, buyFee.add(sellFee));
        add(TestMarket.TAX, TestMarket.CNY, tax);
    }

    private void receive(long accountId, int assetId, BigInteger amount, boolean atOnce) {
        if (rules.lagDays == 0 || atOnce) {
            add(accountId, assetId, amount);
        } else {
            coming.add(new Coming(accountId, assetId, amount, day + rules.lagDays));
        }
    }

    void rules(SetSettlementRules command) {
        rules = command;
    }

    void beginDay() {
        day++;
    }

    /** What an account was to receive on a day has come. */
    void settled(long accountId, long dueDay) {
        for (Coming due : List.copyOf(coming)) {
            if (due.accountId == accountId && due.dueDay == dueDay) {
                add(accountId, due.assetId, due.amount);
                coming.remove(due);
            }
        }
    }

    BigInteger coming(long accountId, int assetId) {
        return coming.stream()
                .filter(due -> due.accountId == accountId && due.assetId == assetId)
                .map(Coming::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger need(Order order, long price, long lots) {
        return order.side == Side.SELL ? BigInteger.valueOf(lots) : need(order, price, lots, Side.BUY);
    }

    private BigInteger need(Order order, long price, long lots, Side side) {
        BigInteger notional = notional(price, lots);
        BigInteger dearer = BigInteger.valueOf(Math.max(terms.makerFeePpm, terms.takerFeePpm));
        BigInteger fee = roundUp(order.owedMillionths.add(notional.multiply(dearer)));
        return side == Side.SELL ? BigInteger.valueOf(lots) : notional.add(fee).subtract(order.charged);
    }

    private BigInteger costOfWalk(long boundTicks, long lots) {
        BigInteger cost = BigInteger.ZERO;
        long left = lots;
        for (Order maker : sorted(Side.SELL)) {
            if (left > 0 && maker.price <= boundTicks) {
                long taken = Math.min(left, maker.remaining());
                cost = cost.add(notional(maker.price, taken));
                left -= taken;
            }
        }
        return cost;
    }

    private BigInteger notional(long price, long lots) {
        return BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(lots))
                .multiply(BigInteger.valueOf(terms.tickValueMinor));
    }

    private static BigInteger roundUp(BigInteger millionths) {
        BigInteger[] parts = millionths.divideAndRemainder(MILLION);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    private List<Order> sorted(Side side) {
        Comparator<Order> byPrice = Comparator.comparingLong(order -> side == Side.BUY ? -order.price : order.price);
        return book.stream()
                .filter(order -> order.side == side)
                .sorted(byPrice.thenComparingLong(order -> order.arrival))
                .toList();
    }

    private Order find(long orderId) {
        return book.stream()
                .filter(order -> order.orderId == orderId)
                .findFirst()
                .orElseThrow();
    }

    /** The best price of a side, or null. */
    @Nullable
    Long best(Side side) {
        List<Order> orders = sorted(side);
        return orders.isEmpty() ? null : orders.getFirst().price;
    }

    private void add(long accountId, int assetId, BigInteger amount) {
        owned.merge(accountId + "/" + assetId, amount, BigInteger::add);
    }

    private static boolean reaches(Side side, long boundTicks, long makerTicks) {
        return side == Side.BUY ? boundTicks >= makerTicks : boundTicks <= makerTicks;
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
