/**
 * Asset servicing: corporate actions, interest on cash, and the run that ends a business day, all in steps that a crash may
 * part. Depends on trading, settlement and the ledger. Entered by the engine's thread.
 */
@NullMarked
package io.pharos.core.servicing;

import org.jspecify.annotations.NullMarked;
