package io.pharos.core.trading;

import io.pharos.core.command.PlaceBracket;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import org.jspecify.annotations.Nullable;

/**
 * What an entry brings forth as it is filled. Pooled; lives as long as its entry. Saved and hashed with it: invariant between
 * commands, all that is filled of the entry has its exits.
 */
final class Bracket {
    long entryOrderId;
    long accountId;
    long clientTag;
    int accountIndex;
    long takeProfitTicks;
    long stopTriggerTicks;
    long stopPriceTicks;
    long stopTrailTicks;
    int stopTrailPpm;
    OrderType stopType = OrderType.NONE;
    SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;

    /** The exits that were placed last; 0 for none, of the take-profit order also where only the stop could be placed. */
    long takeProfitOrderId;

    long stopOrderId;

    /** Lots of the entry that are filled, and those that have exits. */
    long filledLots;

    long coveredLots;

    /** Whether the entry has ended. */
    boolean ended;

    /** Whether it is among those whose entry has changed. */
    boolean touched;

    private @Nullable Instrument instrument;

    /** Takes over the fields of a command. */
    void begin(PlaceBracket command, int accountIndex, Instrument of) {
        accountId = command.accountId;
        clientTag = command.clientTag;
        this.accountIndex = accountIndex;
        takeProfitTicks = command.takeProfitTicks;
        stopTriggerTicks = command.stopTriggerTicks;
        stopPriceTicks = command.stopPriceTicks;
        stopTrailTicks = command.stopTrailTicks;
        stopTrailPpm = command.stopTrailPpm;
        stopType = command.stopType;
        selfTradePrevention = command.selfTradePrevention;
        instrument = of;
        clear();
    }

    private void clear() {
        entryOrderId = 0;
        takeProfitOrderId = 0;
        stopOrderId = 0;
        filledLots = 0;
        coveredLots = 0;
        ended = false;
        touched = false;
    }

    Instrument instrument() {
        Instrument of = instrument;
        if (of == null) {
            throw new IllegalStateException("bracket is not in use");
        }
        return of;
    }

    /** Whether an entry of this type at this price would lie between its exits; one without a limit does. */
    boolean encloses(OrderType type, long priceTicks) {
        boolean isLimit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        return !isLimit || (priceTicks < takeProfitTicks && priceTicks > stopTriggerTicks);
    }

    /** Whether it is this entry's, and has placed exits for all that is filled of it. */
    boolean coversAllOf(Order entry) {
        return entryOrderId == entry.orderId
                && filledLots == entry.filledLots
                && coveredLots == entry.filledLots
                && !ended;
    }

    long mixInto(long hash) {
        long mixed = Mix.pair(hash, takeProfitTicks, stopTriggerTicks);
        mixed = Mix.pair(mixed, stopPriceTicks, stopTrailTicks);
        mixed = Mix.pair(mixed, stopTrailPpm, stopType.code());
        return Mix.pair(mixed, takeProfitOrderId, stopOrderId);
    }

    void save(StateWriter out) {
        out.writeLong(takeProfitTicks);
        out.writeLong(stopTriggerTicks);
        out.writeLong(stopPriceTicks);
        out.writeLong(stopTrailTicks);
        out.writeInt(stopTrailPpm);
        out.writeInt(stopType.code());
        out.writeLong(takeProfitOrderId);
        out.writeLong(stopOrderId);
    }

    /** Reads what was saved with an entry, all of whose other fields are known. */
    void load(Order entry, StateReader in) {
        clear();
        takeProfitTicks = in.readLong();
        stopTriggerTicks = in.readLong();
        stopPriceTicks = in.readLong();
        stopTrailTicks = in.readLong();
        stopTrailPpm = in.readInt();
        stopType = OrderType.ofCode(in.readInt());
        takeProfitOrderId = in.readLong();
        stopOrderId = in.readLong();
        entryOrderId = entry.orderId;
        accountId = entry.accountId;
        accountIndex = entry.accountIndex;
        clientTag = entry.clientTag;
        selfTradePrevention = entry.selfTradePrevention;
        instrument = entry.instrument();
        filledLots = entry.filledLots;
        coveredLots = entry.filledLots;
        Invariant.check(stopType.isConditional() && takeProfitTicks > 0, "a bracket has two exits");
    }
}
