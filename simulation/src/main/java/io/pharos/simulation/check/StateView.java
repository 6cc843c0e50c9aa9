package io.pharos.simulation.check;

import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.util.List;

/** What a member lets anybody read of its state. */
public interface StateView {
    /** What an account may spend, minor units. */
    long availableMinor(long accountId, int assetId);

    /** What is set aside for orders and holds, minor units. */
    long heldMinor(long accountId, int assetId);

    /** What is to be received and was not yet, minor units. */
    long unsettledInMinor(long accountId, int assetId);

    /** What is to be delivered, minor units. */
    long unsettledOutMinor(long accountId, int assetId);

    /** Phase of an instrument; NONE where there is none. */
    Phase phase(int instrumentId);

    /** Open orders, those that wait included. */
    int openOrderCount();

    /** The resting orders of a side, the first to trade first. */
    List<RestingOrder> resting(int instrumentId, Side side);

    /** A resting order. */
    record RestingOrder(
            long orderId, long accountId, long priceTicks, long quantityLots, long filledLots, long holdMinor) {}
}
