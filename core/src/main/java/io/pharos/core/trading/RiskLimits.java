package io.pharos.core.trading;

import io.pharos.core.command.SetLimit;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.LimitChanged;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * The limits that staff set, and whether an order keeps to them.
 *
 * <p>Three limits of a kind bind an order at a time, each by itself: that of the firm; that of its account, or where it has
 * none that of all customers; that of its instrument, or where it has none that of all instruments. The default of all
 * customers does not bind house accounts, and no concentration does.
 *
 * <p>{@link #select} says whose order the checks are about. Where nothing is set, a check costs one comparison.
 */
final class RiskLimits {
    private static final long MESSAGES_MAX = 1_000_000;
    private static final long COLLAR_MAX_PPM = 999_999;

    private final Ledger ledger;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final RiskRecords records;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final LimitChanged changed = new LimitChanged();

    // Whose order the checks are about.
    private int accountIndex;
    private boolean isHouse;
    private int accountRecord;
    private int instrumentId;
    private int instrumentRecord;

    /** Whether limits bind what is checked. */
    private boolean binds;

    RiskLimits(
            Ledger ledger,
            Instruments instruments,
            OpenOrders orders,
            RiskRecords records,
            Sequencer sequencer,
            EventSink sink) {
        this.ledger = ledger;
        this.instruments = instruments;
        this.orders = orders;
        this.records = records;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    Outcome set(SetLimit command) {
        if (command.scope == RiskScope.NONE || command.limitKind == LimitKind.NONE) {
            return Outcome.MALFORMED;
        }
        Outcome outcome = checkScope(command.scope, command.subjectId);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        boolean inherits = command.value == SetLimit.INHERIT;
        if (!inherits && (command.value < 0 || command.value > valueMax(command.limitKind))) {
            return Outcome.LIMIT_VALUE_INVALID;
        }
        int record = records.findOrAdd(command.scope, number(command.scope, command.subjectId));
        long previousValue = records.limit(record, command.limitKind);
        if (previousValue != command.value) {
            records.limit(record, command.limitKind, command.value);
            emit(command, previousValue);
        }
        return Outcome.ACCEPTED;
    }

    /** Whether a scope names the firm, an account or an instrument; the default has the id 0. */
    Outcome checkScope(RiskScope scope, long subjectId) {
        return switch (scope) {
            case FIRM, NONE -> subjectId == 0 ? Outcome.ACCEPTED : Outcome.SCOPE_INVALID;
            case ACCOUNT ->
                subjectId == 0 || ledger.accounts().find(subjectId) != Accounts.NOT_FOUND
                        ? Outcome.ACCEPTED
                        : Outcome.ACCOUNT_NOT_FOUND;
            case INSTRUMENT ->
                subjectId == 0 || (subjectId == (int) subjectId && instruments.find((int) subjectId) != null)
                        ? Outcome.ACCEPTED
                        : Outcome.INSTRUMENT_NOT_FOUND;
        };
    }

    /** What the records number an account, an instrument or the firm by. */
    int number(RiskScope scope, long subjectId) {
        return scope == RiskScope.ACCOUNT && subjectId != 0 ? ledger.accounts().find(subjectId) + 1 : (int) subjectId;
    }

    /** The largest value of a kind. */
    static long valueMax(LimitKind kind) {
        return switch (kind) {
            case ORDER_QUANTITY, ORDER_NOTIONAL, CONCENTRATION -> Balances.OUTSTANDING_MAX_MINOR;
            case PRICE_COLLAR -> COLLAR_MAX_PPM;
            case OPEN_ORDERS -> Integer.MAX_VALUE;
            case MESSAGE_RATE -> MESSAGES_MAX;
            case NONE -> 0;
        };
    }

    /** The checks that follow are about an order of this account in this instrument, or in all where it is null. */
    void select(int accountIndex, @Nullable Instrument instrument) {
        binds = records.setsAny();
        if (binds) {
            this.accountIndex = accountIndex;
            isHouse = ledger.accounts().isHouse(accountIndex);
            accountRecord = records.find(RiskScope.ACCOUNT, accountIndex + 1);
            instrumentId = instrument == null ? 0 : instrument.instrumentId;
            instrumentRecord =
                    instrument == null ? RiskRecords.NOT_FOUND : records.find(RiskScope.INSTRUMENT, instrumentId);
        }
    }

    /** What is checked next only takes risk away: no limit binds it. */
    void passOver() {
        binds = false;
    }

    /** Counts an order or a change where account, instrument and firm may send one more. */
    Outcome admit() {
        if (!binds || !records.sets(LimitKind.MESSAGE_RATE)) {
            return Outcome.ACCEPTED;
        }
        long timeNanos = sequencer.timeNanos();
        boolean hasRoom = MessageRates.hasRoom(records, accountRecord, ofAccount(LimitKind.MESSAGE_RATE), timeNanos)
                && MessageRates.hasRoom(records, instrumentRecord, ofInstrument(LimitKind.MESSAGE_RATE), timeNanos)
                && MessageRates.hasRoom(records, RiskRecords.FIRM, ofFirm(LimitKind.MESSAGE_RATE), timeNanos);
        if (!hasRoom) {
            return Outcome.MESSAGE_RATE_EXCEEDED;
        }
        countMessage();
        return Outcome.ACCEPTED;
    }

    /** Counts a cancellation, which is never refused: who sends too much must still be able to leave. */
    void countCancel(int accountIndex, @Nullable Instrument instrument) {
        if (records.sets(LimitKind.MESSAGE_RATE)) {
            select(accountIndex, instrument);
            countMessage();
        }
    }

    Outcome checkQuantity(long quantityLots) {
        long limitLots = strictest(LimitKind.ORDER_QUANTITY);
        return limitLots == 0 || quantityLots <= limitLots ? Outcome.ACCEPTED : Outcome.ORDER_QUANTITY_LIMIT;
    }

    /** Checks what an order is worth, which may be {@link Exact#OVERFLOW}. */
    Outcome checkNotional(long notionalMinor) {
        long limitMinor = strictest(LimitKind.ORDER_NOTIONAL);
        boolean isWithin = limitMinor == 0 || (notionalMinor != Exact.OVERFLOW && notionalMinor <= limitMinor);
        return isWithin ? Outcome.ACCEPTED : Outcome.ORDER_NOTIONAL_LIMIT;
    }

    /** The dearest price of a buy, the cheapest of a sell; 0 for any. */
    long collarTicks(Instrument of, Side side) {
        int ppm = (int) strictest(LimitKind.PRICE_COLLAR);
        long markTicks = markTicks(of);
        if (ppm == 0 || markTicks == 0) {
            return 0;
        }
        return side == Side.BUY
                ? Math.min(Instrument.PRICE_MAX_TICKS, Exact.shiftedHalfUp(markTicks, ppm))
                : Math.max(1, Exact.shiftedHalfUp(markTicks, -ppm));
    }

    /** Checks the limit of an order that may trade now. */
    Outcome checkCollar(Instrument of, Side side, long priceTicks) {
        long boundTicks = collarTicks(of, side);
        boolean isWithin = boundTicks == 0 || (side == Side.BUY ? priceTicks <= boundTicks : priceTicks >= boundTicks);
        return isWithin ? Outcome.ACCEPTED : Outcome.PRICE_OUTSIDE_COLLAR;
    }

    /** Whether so many orders more of the account may rest or wait in the instrument. */
    boolean hasRoom(Instrument of, int more) {
        if (!binds || !records.sets(LimitKind.OPEN_ORDERS)) {
            return true;
        }
        return isWithin(orders.countOfAccountEverywhere(accountIndex) + more, ofAccount(LimitKind.OPEN_ORDERS))
                && isWithin(of.book.orderCount() + of.routedCount + more, ofInstrument(LimitKind.OPEN_ORDERS))
                && isWithin(orders.sizeEverywhere() + more, ofFirm(LimitKind.OPEN_ORDERS));
    }

    /**
     * Checks what an account would have of the base asset, in minor units of the quote asset: what it has, at the last
     * price; what its resting buys ask for, at their limits; and the order itself. Costs a walk over the open orders of
     * the account where such a limit is set.
     *
     * @param notionalMinor of the order's open part, or {@link Exact#OVERFLOW}
     * @param priceTicks of the order, which stands for the last price where there is neither that nor a reference price
     * @param changed the order itself where it is open already, whose old terms do not count
     */
    Outcome checkConcentration(Instrument of, Side side, long notionalMinor, long priceTicks, @Nullable Order changed) {
        long limitMinor = side == Side.BUY ? strictest(LimitKind.CONCENTRATION) : 0;
        if (limitMinor == 0 || isHouse) {
            return Outcome.ACCEPTED;
        }
        Balances balances = ledger.balances();
        int slot = balances.find(accountIndex, of.baseAssetIndex);
        long baseMinor = slot == Balances.NOT_FOUND
                ? 0
                : balances.availableMinor(slot) + balances.heldMinor(slot) + balances.unsettledInMinor(slot);
        long worthMinor = notionalMinor;
        for (RoutedOrder order = orders.routed().oldestOfAccount(accountIndex);
                order != null;
                order = order.newerOfAccount) {
            Order at = order.order;
            Instrument in = at.instrument();
            if (at != changed && at.isBuy() && in.baseAssetIndex == of.baseAssetIndex) {
                if (in == of) {
                    worthMinor = Exact.sum(worthMinor, of.notionalMinor(at.priceTicks, order.openLots()));
                } else {
                    baseMinor = Exact.sum(baseMinor, Exact.product(order.openLots(), in.lotMinor));
                }
            }
        }
        for (Order order = orders.oldestOfAccount(accountIndex); order != null; order = orders.newerOfAccount(order)) {
            Instrument in = order.instrument();
            if (order == changed || order.waits || !order.isBuy() || in.baseAssetIndex != of.baseAssetIndex) {
                continue;
            }
            if (in == of) {
                worthMinor = Exact.sum(worthMinor, of.notionalMinor(order.priceTicks, order.remainingLots()));
            } else {
                baseMinor = Exact.sum(baseMinor, Exact.product(order.remainingLots(), in.lotMinor));
            }
        }
        long markTicks = markTicks(of) > 0 ? markTicks(of) : priceTicks;
        long lots = baseMinor == Exact.OVERFLOW ? Exact.OVERFLOW : baseMinor / of.lotMinor;
        long heldWorthMinor = Exact.product(Exact.product(lots, markTicks), of.tickValueMinor);
        worthMinor = Exact.sum(worthMinor, heldWorthMinor);
        return worthMinor != Exact.OVERFLOW && worthMinor <= limitMinor
                ? Outcome.ACCEPTED
                : Outcome.CONCENTRATION_LIMIT;
    }

    void save(StateWriter out) {
        records.save(out);
    }

    void load(StateReader in) {
        records.load(in);
        for (int record = 0; record < records.size(); record++) {
            int number = records.number(record);
            boolean exists = switch (records.scope(record)) {
                case ACCOUNT -> number <= ledger.accounts().size();
                case INSTRUMENT -> number == 0 || instruments.find(number) != null;
                case FIRM, NONE -> number == 0;
            };
            Invariant.check(exists, "what a risk limit in the snapshot stands over exists");
            for (LimitKind kind : LimitKind.values()) {
                Invariant.check(
                        kind == LimitKind.NONE || records.limit(record, kind) <= valueMax(kind),
                        "a risk limit in the snapshot could be set");
            }
        }
    }

    /** The last price, else the reference price; 0 for neither. */
    private static long markTicks(Instrument of) {
        return of.lastPriceTicks > 0 ? of.lastPriceTicks : of.referencePriceTicks();
    }

    private static boolean isWithin(int count, long limit) {
        return limit == 0 || count <= limit;
    }

    /** The smallest of the limits of a kind that bind; 0 for none. */
    private long strictest(LimitKind kind) {
        if (!binds || !records.sets(kind)) {
            return 0;
        }
        return smaller(ofFirm(kind), smaller(ofAccount(kind), ofInstrument(kind)));
    }

    private static long smaller(long a, long b) {
        return a == 0 || (b != 0 && b < a) ? b : a;
    }

    private long ofFirm(LimitKind kind) {
        return Math.max(0, records.limit(RiskRecords.FIRM, kind));
    }

    private long ofAccount(LimitKind kind) {
        long own = records.limit(accountRecord, kind);
        if (own != RiskRecords.INHERIT) {
            return own;
        }
        return isHouse ? 0 : Math.max(0, records.limit(RiskRecords.ALL_CUSTOMERS, kind));
    }

    private long ofInstrument(LimitKind kind) {
        long own = records.limit(instrumentRecord, kind);
        if (own != RiskRecords.INHERIT) {
            return own;
        }
        return instrumentId == 0 ? 0 : Math.max(0, records.limit(RiskRecords.ALL_INSTRUMENTS, kind));
    }

    private void countMessage() {
        long timeNanos = sequencer.timeNanos();
        long rate = ofAccount(LimitKind.MESSAGE_RATE);
        if (rate != 0) {
            accountRecord = records.findOrAdd(RiskScope.ACCOUNT, accountIndex + 1);
            MessageRates.take(records, accountRecord, rate, timeNanos);
        }
        rate = ofInstrument(LimitKind.MESSAGE_RATE);
        if (rate != 0) {
            instrumentRecord = records.findOrAdd(RiskScope.INSTRUMENT, instrumentId);
            MessageRates.take(records, instrumentRecord, rate, timeNanos);
        }
        rate = ofFirm(LimitKind.MESSAGE_RATE);
        if (rate != 0) {
            MessageRates.take(records, RiskRecords.FIRM, rate, timeNanos);
        }
    }

    private void emit(SetLimit command, long previousValue) {
        LimitChanged event = changed;
        event.subjectId = command.subjectId;
        event.previousValue = previousValue;
        event.value = command.value;
        event.staffId = command.staffId;
        event.reasonCode = command.reasonCode;
        event.scope = command.scope;
        event.limitKind = command.limitKind;
        sequencer.stamp(event);
        sink.onLimitChanged(event);
    }
}
