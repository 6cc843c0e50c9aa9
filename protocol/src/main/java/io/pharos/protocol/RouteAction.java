package io.pharos.protocol;

/**
 * What is sent to a venue.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum RouteAction implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** A new order (FIX 35=D). */
    NEW(1),

    /** The cancellation of an order (FIX 35=F). */
    CANCEL(2),

    /** A change of an order (FIX 35=G). */
    REPLACE(3);

    private static final RouteAction[] BY_CODE = Coded.byCode(values());

    private final short code;

    RouteAction(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static RouteAction ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
