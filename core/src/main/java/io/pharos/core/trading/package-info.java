/**
 * Instruments, orders, order books, pre-trade checks and matching: an order is matched in {@link
 * io.pharos.core.trading.Matching}, a fee is computed in {@link io.pharos.core.trading.Charge}. Depends on the ledger, in
 * which every trade is posted. Entered by the engine's thread.
 */
@NullMarked
package io.pharos.core.trading;

import org.jspecify.annotations.NullMarked;
