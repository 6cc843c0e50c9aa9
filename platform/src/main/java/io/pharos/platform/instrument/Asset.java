package io.pharos.platform.instrument;

import io.pharos.protocol.AssetKind;
import java.math.BigDecimal;

/**
 * What an account can hold.
 *
 * @param assetId the core's number for it, positive
 * @param code A–Z and 0–9, at most 12 characters
 * @param scale decimals of one unit, 0 to {@value Decimals#SCALE_MAX}
 */
public record Asset(int assetId, String code, int scale, AssetKind kind) {
    public Asset {
        if (scale < 0 || scale > Decimals.SCALE_MAX) {
            throw new IllegalArgumentException("scale of " + code + " is " + scale);
        }
    }

    /** Minor units as plain decimal text with this asset's decimals: 1234 at scale 2 is {@code 12.34}. */
    public String format(long amountMinor) {
        return Decimals.format(amountMinor, scale);
    }

    /** Decimal text to minor units. Negative amounts are parsed, not refused: the caller knows what they mean. */
    public Parsed parse(String text) {
        return Decimals.parse(text, scale);
    }

    /** Minor units as money with this asset's code. */
    public Money money(long amountMinor) {
        return new Money(code, format(amountMinor));
    }

    BigDecimal unit() {
        return BigDecimal.ONE.movePointLeft(scale);
    }
}
