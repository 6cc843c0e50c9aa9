/**
 * Keeps the market's state in the database, so that a start continues from a checkpoint. Depends on the fold and the
 * database. One thread writes.
 */
@NullMarked
package io.pharos.platform.market.store;

import org.jspecify.annotations.NullMarked;
