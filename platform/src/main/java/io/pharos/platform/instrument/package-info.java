/**
 * Assets and instruments as every service knows them, and the exact conversion between decimal text and the whole
 * units of the core (minor units, ticks, lots). Depends on nothing of the platform; all values are immutable, and
 * the directory may be read by any thread.
 */
@NullMarked
package io.pharos.platform.instrument;

import org.jspecify.annotations.NullMarked;
