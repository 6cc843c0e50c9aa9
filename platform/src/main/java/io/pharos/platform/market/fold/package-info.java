/**
 * What the market knows, folded from the journal and held in memory: books, tape, candles, figures of the day. Depends
 * on the book, candle and instrument packages and on the journal's events. One thread folds; readers take the lock of
 * {@link io.pharos.platform.market.fold.MarketState}.
 */
@NullMarked
package io.pharos.platform.market.fold;

import org.jspecify.annotations.NullMarked;
