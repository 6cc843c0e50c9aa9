package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.CommandKind;

/** Registers an asset. The same fields again are accepted and change nothing. */
public final class RegisterAsset extends Command {
    /** Positive, chosen by the caller. */
    public int assetId;

    /** Decimals of one unit, 0 to 8. */
    public int scale;

    /** Currency, security or coin. */
    public AssetKind kind = AssetKind.NONE;

    /** 1 to 12 characters A-Z and 0-9, unique. */
    public String code = "";

    @Override
    public CommandKind commandKind() {
        return CommandKind.REGISTER_ASSET;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REGISTER_ASSET.code());
        hash = Mix.pair(hash, assetId, scale);
        hash = Mix.pair(hash, kind.code(), Mix.text(code));
        return hash;
    }
}
