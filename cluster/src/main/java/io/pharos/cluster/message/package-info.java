/**
 * The commands that the core obeys and the events that it emits, as immutable records in the service dialect. Depends
 * on {@code protocol} for outcome codes only. Safe for any thread.
 */
@NullMarked
package io.pharos.cluster.message;

import org.jspecify.annotations.NullMarked;
