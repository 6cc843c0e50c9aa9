/**
 * The checkers: written against {@code docs/concepts/orders.md} and {@code docs/reference/outcomes.md}, fed by commands,
 * replies and events. They never call the core, which {@code ArchitectureTest} makes sure of.
 */
@NullMarked
package io.pharos.simulation.check;

import org.jspecify.annotations.NullMarked;
