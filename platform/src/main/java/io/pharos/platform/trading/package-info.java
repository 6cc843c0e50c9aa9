/**
 * Orders, executions, balances and positions. Depends on edge, database, catalogue and core.
 */
@NullMarked
package io.pharos.platform.trading;

import org.jspecify.annotations.NullMarked;
