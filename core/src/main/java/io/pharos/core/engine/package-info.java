/** Dispatch of commands, snapshot and digest of the whole state. One thread enters it. */
@NullMarked
package io.pharos.core.engine;

import org.jspecify.annotations.NullMarked;
