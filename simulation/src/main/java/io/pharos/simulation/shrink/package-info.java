/**
 * Makes a failure small: fewer commands, members and faults, then fewer entries of the log. Depends on what a run is, and on
 * nothing of the world.
 */
@NullMarked
package io.pharos.simulation.shrink;

import org.jspecify.annotations.NullMarked;
