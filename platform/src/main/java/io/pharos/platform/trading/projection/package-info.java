/**
 * Folds the journal into the tables of orders, executions, movements, balances and positions, exactly once: the rows of
 * a batch and the sequence that they reach are written in one transaction. Depends on the instrument, position and
 * database packages and on the journal. One thread folds and writes; any thread may wait for a sequence.
 */
@NullMarked
package io.pharos.platform.trading.projection;

import org.jspecify.annotations.NullMarked;
