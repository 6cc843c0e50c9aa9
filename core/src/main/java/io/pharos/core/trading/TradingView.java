package io.pharos.core.trading;

import io.pharos.core.ledger.Accounts;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;

/** Read access to instruments, books and open orders, between commands. */
public final class TradingView {
    /** Takes one open order. */
    @FunctionalInterface
    public interface OrderVisitor {
        void onOrder(
                long orderId,
                long accountId,
                int instrumentId,
                Side side,
                long priceTicks,
                long quantityLots,
                long filledLots,
                long holdMinor);
    }

    /** Takes one price level. */
    @FunctionalInterface
    public interface LevelVisitor {
        void onLevel(long priceTicks, long totalLots, int orderCount);
    }

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;

    TradingView(Accounts accounts, Instruments instruments, OpenOrders orders) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
    }

    /** The phase of an instrument; {@link Phase#NONE} where it is not registered. */
    public Phase phase(int instrumentId) {
        Instrument instrument = instruments.find(instrumentId);
        return instrument == null ? Phase.NONE : instrument.phase();
    }

    /** The best price of a side; 0 where it is empty. */
    public long bestPriceTicks(int instrumentId, Side side) {
        Instrument instrument = instruments.find(instrumentId);
        PriceLevel best = instrument == null ? null : instrument.book.side(side).best();
        return best == null ? 0 : best.priceTicks;
    }

    /** Open lots at the best price of a side; 0 where it is empty. */
    public long bestQuantityLots(int instrumentId, Side side) {
        Instrument instrument = instruments.find(instrumentId);
        PriceLevel best = instrument == null ? null : instrument.book.side(side).best();
        return best == null ? 0 : best.totalLots;
    }

    /** Visits the best levels of a side, best first. */
    public void forEachLevel(int instrumentId, Side side, int levelsMax, LevelVisitor visitor) {
        Instrument instrument = instruments.find(instrumentId);
        if (instrument == null) {
            return;
        }
        BookSide bookSide = instrument.book.side(side);
        PriceLevel level = bookSide.best();
        for (int i = 0; i < levelsMax && level != null; i++) {
            visitor.onLevel(level.priceTicks, level.totalLots, level.orderCount);
            level = bookSide.worse(level);
        }
    }

    /** Visits the orders of a side, best price first, within a price first come first. */
    public void forEachOrder(int instrumentId, Side side, OrderVisitor visitor) {
        Instrument instrument = instruments.find(instrumentId);
        if (instrument == null) {
            return;
        }
        BookSide bookSide = instrument.book.side(side);
        for (PriceLevel level = bookSide.best(); level != null; level = bookSide.worse(level)) {
            for (Order order = bookSide.first(level); order != null; order = bookSide.behind(order)) {
                visit(order, visitor);
            }
        }
    }

    /** Visits the open orders of an account, oldest first. */
    public void forEachOrderOfAccount(long accountId, OrderVisitor visitor) {
        int accountIndex = accounts.find(accountId);
        Order order = accountIndex == Accounts.NOT_FOUND ? null : orders.oldestOfAccount(accountIndex);
        for (; order != null; order = orders.newerOfAccount(order)) {
            visit(order, visitor);
        }
    }

    /** How many open orders an account has. */
    public int openOrderCount(long accountId) {
        int accountIndex = accounts.find(accountId);
        return accountIndex == Accounts.NOT_FOUND ? 0 : orders.countOfAccount(accountIndex);
    }

    /** How many open orders there are. */
    public int openOrderCount() {
        return orders.size();
    }

    private static void visit(Order order, OrderVisitor visitor) {
        visitor.onOrder(
                order.orderId,
                order.accountId,
                order.instrument().instrumentId,
                order.side,
                order.priceTicks,
                order.quantityLots,
                order.filledLots,
                order.holdMinor);
    }
}
