package io.pharos.platform.instrument;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The assets and instruments that one consumer of the journal has seen so far.
 *
 * <p>One thread writes, any thread reads: each write replaces the whole immutable picture, which is small and seldom
 * changes.
 */
public final class InstrumentDirectory {
    private record Picture(
            TreeMap<Integer, Asset> assets,
            TreeMap<String, Asset> assetsByCode,
            TreeMap<Integer, Instrument> instruments,
            TreeMap<String, Instrument> bySymbol) {}

    private volatile Picture picture = new Picture(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** Adds or replaces an asset. */
    public synchronized void put(Asset asset) {
        Picture next = copy();
        next.assets.put(asset.assetId(), asset);
        next.assetsByCode.put(asset.code(), asset);
        picture = next;
    }

    /** Adds or replaces an instrument. */
    public synchronized void put(Instrument instrument) {
        Picture next = copy();
        next.instruments.put(instrument.instrumentId(), instrument);
        next.bySymbol.put(instrument.symbol(), instrument);
        picture = next;
    }

    /** Forgets everything, before a rebuild. */
    public synchronized void clear() {
        picture = new Picture(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    public Optional<Asset> assetByCode(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(picture.assetsByCode.get(code));
    }

    public Optional<Instrument> bySymbol(@Nullable String symbol) {
        return symbol == null ? Optional.empty() : Optional.ofNullable(picture.bySymbol.get(symbol));
    }

    /** The asset with this number, which the journal must have registered before anything referred to it. */
    public Asset asset(int assetId) {
        Asset asset = picture.assets.get(assetId);
        if (asset == null) {
            throw new IllegalStateException("asset " + assetId + " is not registered");
        }
        return asset;
    }

    /** The instrument with this number, which the journal must have registered before anything referred to it. */
    public Instrument instrument(int instrumentId) {
        Instrument instrument = picture.instruments.get(instrumentId);
        if (instrument == null) {
            throw new IllegalStateException("instrument " + instrumentId + " is not registered");
        }
        return instrument;
    }

    /** All instruments in the order of their numbers. */
    public Collection<Instrument> instruments() {
        return List.copyOf(picture.instruments.values());
    }

    /** All assets in the order of their numbers. */
    public Collection<Asset> assets() {
        return List.copyOf(picture.assets.values());
    }

    private Picture copy() {
        return new Picture(
                new TreeMap<>(picture.assets),
                new TreeMap<>(picture.assetsByCode),
                new TreeMap<>(picture.instruments),
                new TreeMap<>(picture.bySymbol));
    }
}
