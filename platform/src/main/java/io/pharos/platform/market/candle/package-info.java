/**
 * Candles and the figures of the day, folded from trades. Depends on the JDK only. One thread folds; the owner guards
 * readers.
 */
@NullMarked
package io.pharos.platform.market.candle;

import org.jspecify.annotations.NullMarked;
