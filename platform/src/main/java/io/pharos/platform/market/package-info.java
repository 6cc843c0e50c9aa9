/**
 * Public market data: folds the journal into books, quotes, candles and the tape, held in memory, and publishes them over
 * REST and the stream. Depends on edge, database, catalogue, instrument, stream and the journal; nothing here can move
 * money. One thread folds; readers take the lock of the state.
 */
@NullMarked
package io.pharos.platform.market;

import org.jspecify.annotations.NullMarked;
