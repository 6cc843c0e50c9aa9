package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.ledger.Balances;
import io.pharos.core.state.Mix;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An open order: it rests in its book, waits for its trigger price or for the closing auction. Pooled; links are places in the {@link OrderPool}.
 *
 * <p>Invariants: {@code 0 <= filledLots < quantityLots} while it is open; {@code holdMinor} is what it may still spend, and
 * is part of the held balance at {@code holdSlot}; it stands in the level of its price, or of its trigger price while it
 * waits, in the order of {@code priority}; what it shows is at most what is open of it, and more than nothing.
 */
final class Order {
    private static final long DIGEST_TAG = 6;
    private static final int POST_ONLY = 1 << 16;
    private static final int WAITS = 1 << 17;
    private static final int PARKED = 1 << 18;
    private static final int LINKED = 1 << 19;
    private static final int SCHEDULED = 1 << 28;
    private static final int PEG_SHIFT = 20;
    private static final int BRACKET = 1 << 22;
    private static final int BORROWED = 1 << 27;

    /** Place in the pool. */
    final int place;

    long orderId;
    long accountId;
    long clientTag;
    long priceTicks;
    long quantityLots;
    long filledLots;
    long holdMinor;

    /** What of it is lent to the account, and so is a part of what it holds. */
    long borrowedMinor;

    /** Grows from order to order as they come to rest: the smaller one trades first within a price. */
    long priority;

    /** The limit of a pegged order, whose price follows; 0 for others. */
    long limitTicks;

    /** How far behind the price that it follows a pegged order stands. */
    long pegOffsetTicks;

    /** Price that sets it off while it waits. */
    long triggerTicks;

    /** The trigger price of a trailing stop that the last event told. */
    long toldTriggerTicks;

    /** How far the trigger price of a trailing stop follows, ticks; 0 where {@link #trailPpm} says it. */
    long trailTicks;

    /** Quantity that the book shows at a time; 0 for all. */
    long displayLots;

    /** What the book shows now, where that is not all. */
    long shownLots;

    /** The order that is cancelled with it; 0 for none. */
    long linkedOrderId;

    /** Log time at which it ends; 0 for none. */
    long expiresNanos;

    /** How far the trigger price of a trailing stop follows, parts per million; 0 where {@link #trailTicks} says it. */
    int trailPpm;

    /** Place among the orders that end at a time; negative for the others. */
    int deadlinePosition = -1;

    int accountIndex;

    /** Balance that the order spends from: quote for a buy, base for a sell. */
    int holdSlot;

    /** Balance that receives what it trades for; {@link Balances#NOT_FOUND} before its first fill. */
    int receiveSlot = Balances.NOT_FOUND;

    // Place in the queue of its price or trigger price.
    int level = OrderPool.NONE;
    int ahead = OrderPool.NONE;
    int behind = OrderPool.NONE;

    // Place among the open orders of its account.
    int olderOfAccount = OrderPool.NONE;
    int newerOfAccount = OrderPool.NONE;

    boolean postOnly;

    /** Whether it waits for its trigger price. */
    boolean waits;

    /** Whether it is kept out of the book: until the closing auction, or while there is no price for a pegged order. */
    boolean parked;

    /** Whether it can be found by its id and its account. */
    boolean known;

    /** Whether the digest of the orders does not contain the last change. */
    boolean undigested;

    Side side = Side.NONE;
    OrderType orderType = OrderType.NONE;
    TimeInForce timeInForce = TimeInForce.NONE;
    SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;
    PegReference pegReference = PegReference.NONE;

    @Nullable
    Instrument instrument;

    /** What it brings forth as it is filled, where it is the entry of a bracket. */
    @Nullable
    Bracket bracket;

    final Charge fee = new Charge();
    final Charge tax = new Charge();

    /** Used under a fee schedule only. */
    final Charge transferFee = new Charge();

    /** The fee schedule under which it came; null for the fees of the registration. */
    @Nullable
    FeeSchedule fees;

    /** Hash that the digest of the orders contains for this order. */
    long digestShare;

    Order(int place) {
        this.place = place;
    }

    /** Takes over the fields of a command. */
    void begin(PlaceOrder command, long orderId, int accountIndex, Instrument of) {
        this.orderId = orderId;
        this.accountIndex = accountIndex;
        accountId = command.accountId;
        clientTag = command.clientTag;
        quantityLots = command.quantityLots;
        postOnly = command.postOnly;
        triggerTicks = command.triggerPriceTicks;
        trailTicks = command.trailTicks;
        trailPpm = command.trailPpm;
        displayLots = command.displayLots;
        expiresNanos = command.expiresNanos;
        // The references change seldom, and a write to one costs more than to a number.
        if (side != command.side) {
            side = command.side;
        }
        if (orderType != command.orderType) {
            orderType = command.orderType;
        }
        if (timeInForce != command.timeInForce) {
            timeInForce = command.timeInForce;
        }
        if (selfTradePrevention != command.selfTradePrevention) {
            selfTradePrevention = command.selfTradePrevention;
        }
        if (pegReference != command.pegReference) {
            pegReference = command.pegReference;
        }
        if (instrument != of) {
            instrument = of;
        }
        if (fees != of.fees) {
            fees = of.fees;
        }
        pegOffsetTicks = command.pegOffsetTicks;
        limitTicks = 0;
    }

    /** Forgets fills, hold and the balance it received into. */
    void clear() {
        if (filledLots != 0) {
            fee.clear();
            tax.clear();
            transferFee.clear();
        }
        filledLots = 0;
        holdMinor = 0;
        borrowedMinor = 0;
        linkedOrderId = 0;
        if (bracket != null) {
            bracket = null;
        }
        receiveSlot = Balances.NOT_FOUND;
        waits = false;
        parked = false;
        known = false;
    }

    long remainingLots() {
        return quantityLots - filledLots;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    /** Whether it stands in a queue: rests, or waits. */
    boolean isQueued() {
        return level != OrderPool.NONE;
    }

    /** Open lots that the book shows. */
    long openShownLots() {
        return displayLots == 0 ? remainingLots() : shownLots;
    }

    /** Open lots that the book does not show. */
    long openHiddenLots() {
        return displayLots == 0 ? 0 : remainingLots() - shownLots;
    }

    /** Whether its trigger price follows the last price. */
    boolean trails() {
        return orderType == OrderType.TRAILING_STOP;
    }

    /** Whether its price follows the best prices. */
    boolean isPegged() {
        return orderType == OrderType.PEGGED;
    }

    /** The worst price at which it may ever trade: its price, or of a pegged order its limit. */
    long boundTicks() {
        return limitTicks == 0 ? priceTicks : limitTicks;
    }

    /** Whether what it cannot trade at once rests. */
    boolean mayRest() {
        return (orderType == OrderType.LIMIT && !timeInForce.isImmediate()) || isPegged();
    }

    /** The instrument, which every order in use has. */
    Instrument instrument() {
        Instrument of = instrument;
        if (of == null) {
            throw new IllegalStateException("order is not in use");
        }
        return of;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), orderId, accountId);
        hash = Mix.pair(hash, priceTicks, quantityLots);
        hash = Mix.pair(hash, filledLots, holdMinor);
        hash = Mix.pair(hash, priority, clientTag);
        hash = Mix.pair(hash, instrument().instrumentId, flags());
        if ((triggerTicks | trailTicks | trailPpm | displayLots | expiresNanos) != 0) {
            hash = Mix.pair(hash, triggerTicks, trailTicks);
            hash = Mix.pair(hash, displayLots, displayLots == 0 ? 0 : shownLots);
            hash = Mix.pair(hash, expiresNanos, trailPpm);
            hash = trails() ? Mix.pair(hash, toldTriggerTicks, 0) : hash;
        }
        if (limitTicks != 0) {
            hash = Mix.pair(hash, limitTicks, pegOffsetTicks);
        }
        Bracket of = bracket;
        if (of != null) {
            hash = of.mixInto(hash);
        }
        if ((linkedOrderId | borrowedMinor) != 0) {
            hash = Mix.pair(hash, linkedOrderId, borrowedMinor);
        }
        if (filledLots != 0) {
            hash = tax.mixInto(fee.mixInto(hash));
        }
        FeeSchedule by = fees;
        if (by != null) {
            hash = transferFee.mixInto(Mix.pair(hash, by.place, 0));
        }
        return hash;
    }

    /** All that is one of a few, in one number: for hash and snapshot. */
    long flags() {
        return side.code()
                | orderType.code() << 4
                | timeInForce.code() << 8
                | selfTradePrevention.code() << 12
                | (postOnly ? POST_ONLY : 0)
                | (waits ? WAITS : 0)
                | (parked ? PARKED : 0)
                | (linkedOrderId != 0 ? LINKED : 0)
                | pegReference.code() << PEG_SHIFT
                | (bracket != null ? BRACKET : 0)
                | (borrowedMinor != 0 ? BORROWED : 0)
                | (fees != null ? SCHEDULED : 0);
    }

    /** Whether flags say that it is the entry of a bracket. */
    static boolean hasBracket(long flags) {
        return (flags & BRACKET) != 0;
    }

    /** Whether flags say that it is linked. */
    static boolean isLinked(long flags) {
        return (flags & LINKED) != 0;
    }

    /** Whether flags say that it borrows. */
    static boolean borrows(long flags) {
        return (flags & BORROWED) != 0;
    }

    /** Whether flags say that it came under a fee schedule. */
    static boolean isScheduled(long flags) {
        return (flags & SCHEDULED) != 0;
    }

    /** Sets what {@link #flags()} gave, but for link, bracket and fee schedule; what is not known is NONE. */
    void flags(long flags) {
        side = Side.ofCode((int) flags & 15);
        orderType = OrderType.ofCode((int) (flags >>> 4) & 15);
        timeInForce = TimeInForce.ofCode((int) (flags >>> 8) & 15);
        selfTradePrevention = SelfTradePrevention.ofCode((int) (flags >>> 12) & 15);
        pegReference = PegReference.ofCode((int) (flags >>> PEG_SHIFT) & 3);
        postOnly = (flags & POST_ONLY) != 0;
        waits = (flags & WAITS) != 0;
        parked = (flags & PARKED) != 0;
    }
}
