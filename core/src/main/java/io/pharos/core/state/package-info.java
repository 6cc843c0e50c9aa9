/**
 * What all state shares: the invariant check that halts a replica, the hash behind the digest, the writer and reader of
 * snapshots. Depends on Agrona's buffers only. Entered by the engine's thread.
 */
@NullMarked
package io.pharos.core.state;

import org.jspecify.annotations.NullMarked;
