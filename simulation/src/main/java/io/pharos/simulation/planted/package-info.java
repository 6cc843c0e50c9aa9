/**
 * The planted faults: what shows that the checkers can see. Each rewrites one method as a class loader of its own loads the
 * core and the simulated world; neither holds a switch.
 */
@NullMarked
package io.pharos.simulation.planted;

import org.jspecify.annotations.NullMarked;
