/** A ledger in PostgreSQL, as a firm would build it that has no core: the peer of the core's transfers. */
@NullMarked
package io.pharos.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
