package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.ledger.Balances;
import io.pharos.core.state.Mix;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * An open order. Pooled; links are places in the {@link OrderPool}.
 *
 * <p>Invariants: {@code 0 <= filledLots < quantityLots} while it rests; {@code holdMinor} is what it may still spend, and
 * is part of the held balance at {@code holdSlot}; it rests in the level of its price, in the order of {@code priority}.
 */
final class Order {
    private static final long DIGEST_TAG = 6;

    /** Place in the pool. */
    final int place;

    long orderId;
    long accountId;
    long clientTag;
    long priceTicks;
    long quantityLots;
    long filledLots;
    long holdMinor;

    /** Grows from order to order as they come to rest: the smaller one trades first within a price. */
    long priority;

    int accountIndex;

    /** Balance that the order spends from: quote for a buy, base for a sell. */
    int holdSlot;

    /** Balance that receives what it trades for; {@link Balances#NOT_FOUND} before its first fill. */
    int receiveSlot = Balances.NOT_FOUND;

    // Place in the queue of its price.
    int level = OrderPool.NONE;
    int ahead = OrderPool.NONE;
    int behind = OrderPool.NONE;

    // Place among the open orders of its account.
    int olderOfAccount = OrderPool.NONE;
    int newerOfAccount = OrderPool.NONE;

    boolean postOnly;

    /** Whether the digest of the orders does not contain the last change. */
    boolean undigested;

    Side side = Side.NONE;
    OrderType orderType = OrderType.NONE;

    @Nullable
    Instrument instrument;

    final Charge fee = new Charge();
    final Charge tax = new Charge();

    /** Hash that the digest of the orders contains for this order. */
    long digestShare;

    Order(int place) {
        this.place = place;
    }

    /** Takes over the fields of a command. The references change seldom: a write to one costs more than to a number. */
    void begin(PlaceOrder command, long orderId, int accountIndex, Instrument of) {
        this.orderId = orderId;
        this.accountIndex = accountIndex;
        accountId = command.accountId;
        clientTag = command.clientTag;
        quantityLots = command.quantityLots;
        postOnly = command.postOnly;
        if (instrument != of) {
            instrument = of;
        }
        if (side != command.side) {
            side = command.side;
        }
        if (orderType != command.orderType) {
            orderType = command.orderType;
        }
    }

    /** Forgets fills, hold and the balance it received into. */
    void clear() {
        if (filledLots != 0) {
            fee.clear();
            tax.clear();
        }
        filledLots = 0;
        holdMinor = 0;
        receiveSlot = Balances.NOT_FOUND;
    }

    long remainingLots() {
        return quantityLots - filledLots;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    boolean rests() {
        return level != OrderPool.NONE;
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
        hash = Mix.pair(hash, instrument().instrumentId, postOnly ? side.code() : -side.code());
        if (filledLots != 0) {
            hash = tax.mixInto(fee.mixInto(hash));
        }
        return hash;
    }
}
