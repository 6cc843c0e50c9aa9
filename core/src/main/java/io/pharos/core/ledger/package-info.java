/**
 * The double-entry ledger: assets, accounts, balances, transfers and holds. Depends on commands, events and state, and
 * knows nothing of trading. Entered by the engine's thread.
 */
@NullMarked
package io.pharos.core.ledger;

import org.jspecify.annotations.NullMarked;
