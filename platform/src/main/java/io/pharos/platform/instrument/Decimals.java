package io.pharos.platform.instrument;

import io.pharos.platform.instrument.Parsed.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Plain decimal text to whole units and back, exactly.
 *
 * <p>The grammar is {@code -?[0-9]+(\.[0-9]+)?}, at most {@value #TEXT_LENGTH_MAX} characters. An exponent is refused:
 * {@code 1e999999} would otherwise cost megabytes before anybody sees how large it is. Zeros after the last decimal
 * that the scale allows are accepted, because they change nothing.
 */
public final class Decimals {
    /** The finest division of any asset. */
    public static final int SCALE_MAX = 8;

    static final int TEXT_LENGTH_MAX = 40;

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Decimals() {}

    /**
     * Text to whole units.
     *
     * @param scale decimals of one whole unit, 0 to {@value #SCALE_MAX}
     */
    public static Parsed parse(@Nullable String text, int scale) {
        if (text == null || !isPlain(text)) {
            return Parsed.refused(Reason.NOT_A_NUMBER);
        }
        BigDecimal scaled = new BigDecimal(text).movePointRight(scale);
        return whole(scaled, Reason.TOO_MANY_DECIMALS);
    }

    /** Whole units to text with all decimals of the scale: (5, 2) is {@code 0.05}. */
    public static String format(long units, int scale) {
        return BigDecimal.valueOf(units, scale).toPlainString();
    }

    /** Text to units of any size that divides a decimal, such as a tick of 0.005. */
    static Parsed parseMultiple(@Nullable String text, BigDecimal unit, Reason otherwise) {
        if (text == null || !isPlain(text)) {
            return Parsed.refused(Reason.NOT_A_NUMBER);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > SCALE_MAX) {
            return Parsed.refused(Reason.TOO_MANY_DECIMALS);
        }
        BigDecimal[] parts = value.divideAndRemainder(unit);
        if (parts[1].signum() != 0) {
            return Parsed.refused(otherwise);
        }
        return whole(parts[0], otherwise);
    }

    private static Parsed whole(BigDecimal scaled, Reason otherwise) {
        if (scaled.stripTrailingZeros().scale() > 0) {
            return Parsed.refused(otherwise);
        }
        BigInteger units = scaled.toBigInteger();
        if (units.abs().compareTo(LONG_MAX) > 0) {
            return Parsed.refused(Reason.OVERFLOW);
        }
        return Parsed.exact(units.longValueExact());
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > TEXT_LENGTH_MAX) {
            return false;
        }
        int at = text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        if (at == length) {
            return false;
        }
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (point >= 0 || i == at || i == length - 1) {
                    return false;
                }
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
