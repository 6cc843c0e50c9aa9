package io.pharos.platform.market.book;

/**
 * What one command did to one level.
 *
 * @param quantityLots the new total at this price; 0 = the level is gone
 */
public record LevelChange(BookSide side, long priceTicks, long quantityLots) {}
