/** The state machine: no I/O, no clock, no threads, no framework. One thread enters it. */
@NullMarked
package io.pharos.core;

import org.jspecify.annotations.NullMarked;
