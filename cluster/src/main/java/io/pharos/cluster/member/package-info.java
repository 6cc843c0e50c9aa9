/**
 * A replica of the core under Aeron Cluster: its launch, the adapter between log and engine, its snapshots, its journal
 * and its supervision. Depends on {@code core} and every other package of this module but {@code client}. The engine is
 * entered by the clustered service's thread only; status may be read by any thread.
 */
@NullMarked
package io.pharos.cluster.member;

import org.jspecify.annotations.NullMarked;
