package io.pharos.platform.instrument;

/**
 * An amount as the API carries it.
 *
 * @param asset the asset's code
 * @param amount plain decimal text, with the asset's own number of decimals when we wrote it
 */
public record Money(String asset, @DecimalText String amount) {}
