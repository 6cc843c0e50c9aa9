package io.pharos.protocol;

/**
 * Kind of an asset.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum AssetKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Money. */
    CURRENCY(1),

    /** Share, bond or fund. */
    SECURITY(2),

    /** Digital currency. */
    COIN(3);

    private static final AssetKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    AssetKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static AssetKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
