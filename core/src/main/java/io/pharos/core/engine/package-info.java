/**
 * Dispatch of commands, the duplicate window, snapshot and digest of the whole state. Depends on the ledger and on
 * trading, and on nothing above the core. One thread enters it: the one that applies the log.
 */
@NullMarked
package io.pharos.core.engine;

import org.jspecify.annotations.NullMarked;
