/**
 * The events in the core's dialect, the sink that receives them, and the sequencer that numbers them. Depends on the
 * protocol's enumerations only. Entered by the engine's thread.
 */
@NullMarked
package io.pharos.core.event;

import org.jspecify.annotations.NullMarked;
