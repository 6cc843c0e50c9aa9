/**
 * The journal: every event of the core in order of sequence, recorded by each member, read by anyone from any sequence.
 * Depends on {@code message}, {@code transport} and {@code wire}. A reader has one thread of its own, which calls its
 * consumer.
 */
@NullMarked
package io.pharos.cluster.journal;

import org.jspecify.annotations.NullMarked;
