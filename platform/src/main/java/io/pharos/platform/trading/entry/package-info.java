/**
 * The way of an order into the core: the form is checked, the customer's own order id is claimed, one command is sent,
 * and the reply becomes a result. Depends on edge, instrument, the trading tables and the core's client. Entered by
 * request threads and by the reader of each order stream.
 */
@NullMarked
package io.pharos.platform.trading.entry;

import org.jspecify.annotations.NullMarked;
