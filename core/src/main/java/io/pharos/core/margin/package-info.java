/**
 * Margin accounts: credit agreements, loans for purchases, initial and maintenance margin, calls and close-outs, after the
 * rules of the Chinese exchanges for margin financing. A loan is drawn in {@link io.pharos.core.margin.Lending}, an account
 * valued in {@link io.pharos.core.margin.Valuation}, called and closed out in {@link io.pharos.core.margin.Revaluation}.
 * Depends on trading, which asks it through {@link io.pharos.core.trading.Credit}, settlement and the ledger. Entered by
 * the engine's thread.
 */
@NullMarked
package io.pharos.core.margin;

import org.jspecify.annotations.NullMarked;
