/**
 * What is published of the market's state: views for REST, and the channels quotes, depth, book, trades and candles.
 * Depends on the fold, catalogue and stream. Channels are pushed by the folding thread and pulled by the writers of
 * connections.
 */
@NullMarked
package io.pharos.platform.market.channel;

import org.jspecify.annotations.NullMarked;
