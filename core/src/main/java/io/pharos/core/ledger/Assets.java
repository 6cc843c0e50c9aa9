package io.pharos.core.ledger;

import io.pharos.core.command.RegisterAsset;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The registered assets, in the order of their registration. Assets are never removed. */
public final class Assets {
    private static final int SCALE_MAX = 8;
    private static final int CODE_LENGTH_MAX = 12;
    private static final long DIGEST_TAG = 1;

    private final List<Asset> assets = new ArrayList<>();
    private final Int2ObjectHashMap<Asset> byId = new Int2ObjectHashMap<>();
    private final int assetsMax;
    private long digest;

    Assets(int assetsMax) {
        this.assetsMax = assetsMax;
    }

    /** The asset of an id, or null. */
    public @Nullable Asset find(int assetId) {
        return byId.get(assetId);
    }

    /** The asset at an index, from 0 to {@link #size()} - 1. */
    public Asset at(int index) {
        return assets.get(index);
    }

    public int size() {
        return assets.size();
    }

    Outcome check(RegisterAsset command) {
        if (command.kind == AssetKind.NONE) {
            return Outcome.MALFORMED;
        }
        if (command.assetId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (!isCode(command.code)) {
            return Outcome.ASSET_CODE_INVALID;
        }
        if (command.scale < 0 || command.scale > SCALE_MAX) {
            return Outcome.SCALE_OUT_OF_RANGE;
        }
        Asset registered = find(command.assetId);
        if (registered != null) {
            return hasFieldsOf(registered, command) ? Outcome.ACCEPTED : Outcome.EXISTS_WITH_OTHER_FIELDS;
        }
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).code().equals(command.code)) {
                return Outcome.ASSET_CODE_TAKEN;
            }
        }
        return assets.size() < assetsMax ? Outcome.ACCEPTED : Outcome.ASSETS_LIMIT;
    }

    void add(int assetId, String code, int scale, AssetKind kind) {
        Asset asset = new Asset(assets.size(), assetId, code, scale, kind);
        assets.add(asset);
        byId.put(assetId, asset);
        digest += hash(asset);
    }

    long digest() {
        return digest;
    }

    void save(StateWriter out) {
        out.writeInt(assets.size());
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            out.writeInt(asset.assetId());
            out.writeText(asset.code());
            out.writeInt(asset.scale());
            out.writeInt(asset.kind().code());
        }
    }

    void load(StateReader in) {
        int count = in.readCount(assetsMax);
        for (int i = 0; i < count; i++) {
            add(in.readInt(), in.readText(), in.readCount(SCALE_MAX), AssetKind.ofCode(in.readInt()));
        }
    }

    private static boolean hasFieldsOf(Asset asset, RegisterAsset command) {
        return asset.code().equals(command.code) && asset.scale() == command.scale && asset.kind() == command.kind;
    }

    private static boolean isCode(String code) {
        if (code.isEmpty() || code.length() > CODE_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static long hash(Asset asset) {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), asset.assetId(), asset.index());
        hash = Mix.pair(hash, Mix.text(asset.code()), asset.scale());
        return Mix.pair(hash, asset.kind().code(), 0);
    }
}
