package io.pharos.core.trading;

import io.pharos.core.ledger.Balances;
import io.pharos.core.state.Mix;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * An open order. Pooled: {@link OpenOrders} sets its fields anew for each use.
 *
 * <p>Invariants: {@code 0 <= filledLots < quantityLots} while it rests; {@code holdMinor} is what it may still spend, and
 * is part of the held balance at {@code holdSlot}; it rests in the level of its price, in the order of {@code priority}.
 */
final class Order {
    private static final long DIGEST_TAG = 6;

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
    int receiveSlot;

    boolean postOnly;
    Side side = Side.NONE;
    OrderType orderType = OrderType.NONE;

    @Nullable
    Instrument instrument;

    final Charge fee = new Charge();
    final Charge tax = new Charge();

    /** Hash that the digest of the orders contains for this order. */
    long digestShare;

    // Place in the queue of its price.
    @Nullable
    PriceLevel level;

    @Nullable
    Order ahead;

    @Nullable
    Order behind;

    // Place among the open orders of its account, oldest first; index in the pool, by which the account finds it.
    int poolIndex;
    int olderOfAccount;
    int newerOfAccount;

    long remainingLots() {
        return quantityLots - filledLots;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    /** The instrument, which every order in use has. */
    Instrument instrument() {
        Instrument of = instrument;
        if (of == null) {
            throw new IllegalStateException("order is not in use");
        }
        return of;
    }

    /** The level in which it rests, which every resting order has. */
    PriceLevel level() {
        PriceLevel of = level;
        if (of == null) {
            throw new IllegalStateException("order does not rest");
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
