package io.pharos.core.event;

import io.pharos.protocol.AssetKind;

/** An asset exists from now on. */
public final class AssetRegistered extends Event {
    /** Positive, chosen by the caller. */
    public int assetId;

    /** Decimals of one unit, 0 to 8. */
    public int scale;

    /** Currency, security or coin. */
    public AssetKind kind = AssetKind.NONE;

    /** 1 to 12 characters A-Z and 0-9, unique. */
    public String code = "";
}
