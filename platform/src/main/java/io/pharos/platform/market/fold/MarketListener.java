package io.pharos.platform.market.fold;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told of each command that touched an instrument, on the folding thread, under the lock: it must be quick. */
public interface MarketListener {
    /**
     * A command ended.
     *
     * @param delta what happened to the book; null when nothing did
     * @param trades what was traded, oldest first
     */
    void onCommand(InstrumentMarket market, @Nullable BookDelta delta, List<TapeTrade> trades);
}
