/**
 * Recorded market days in LOBSTER's format: order messages, and the book after each of them. Depends on the JDK only.
 * Used by one thread; what it returns is immutable.
 */
@NullMarked
package io.pharos.platform.replay.recording;

import org.jspecify.annotations.NullMarked;
