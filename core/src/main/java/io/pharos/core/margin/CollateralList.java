package io.pharos.core.margin;

import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.state.Mix;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** What each instrument counts as margin, in the order in which the terms were first set. */
final class CollateralList {
    private static final long DIGEST_TAG = 62;

    /** Terms of one instrument, with what trading knows it by. */
    static final class Entry {
        final int instrumentId;
        final int baseAssetIndex;
        final int quoteAssetIndex;
        int conversionPpm;
        int initialPpm;
        boolean collateral;
        boolean financing;

        Entry(int instrumentId, int baseAssetIndex, int quoteAssetIndex) {
            this.instrumentId = instrumentId;
            this.baseAssetIndex = baseAssetIndex;
            this.quoteAssetIndex = quoteAssetIndex;
        }

        boolean hasTerms(SetMarginTerms terms) {
            return conversionPpm == terms.conversionPpm
                    && initialPpm == terms.initialPpm
                    && collateral == terms.collateral
                    && financing == terms.financing;
        }

        void set(SetMarginTerms terms) {
            conversionPpm = terms.conversionPpm;
            initialPpm = terms.initialPpm;
            collateral = terms.collateral;
            financing = terms.financing;
        }

        long hash() {
            int flags = (collateral ? 1 : 0) | (financing ? 2 : 0);
            long hash = Mix.pair(Mix.start(DIGEST_TAG), instrumentId, conversionPpm);
            return Mix.pair(hash, initialPpm, flags);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Int2ObjectHashMap<Entry> byInstrument = new Int2ObjectHashMap<>();

    int size() {
        return entries.size();
    }

    Entry at(int place) {
        return entries.get(place);
    }

    @Nullable
    Entry find(int instrumentId) {
        return byInstrument.get(instrumentId);
    }

    void add(Entry entry) {
        entries.add(entry);
        byInstrument.put(entry.instrumentId, entry);
    }

    /** Whether another instrument of the list trades the same asset for the same currency, so that it would count twice. */
    boolean isShared(int instrumentId, int baseAssetIndex, int quoteAssetIndex) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.instrumentId != instrumentId
                    && entry.collateral
                    && entry.baseAssetIndex == baseAssetIndex
                    && entry.quoteAssetIndex == quoteAssetIndex) {
                return true;
            }
        }
        return false;
    }

    long digest() {
        long digest = 0;
        for (int i = 0; i < entries.size(); i++) {
            digest += entries.get(i).hash();
        }
        return digest;
    }
}
