package io.pharos.platform.market.book;

/**
 * All orders at one price.
 *
 * @param quantityLots what they still want, positive
 * @param orders how many they are, positive
 */
public record Level(long priceTicks, long quantityLots, int orders) {}
