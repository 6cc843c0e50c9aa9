/**
 * Settlement: how the trades of an instrument settle, the obligations that they leave, and the business days on which
 * these are delivered versus payment. Depends on the ledger, and knows nothing of orders and books. Entered by the
 * engine's thread.
 */
@NullMarked
package io.pharos.core.settlement;

import org.jspecify.annotations.NullMarked;
