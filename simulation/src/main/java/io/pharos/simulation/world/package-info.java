/**
 * The simulated world: members with the production core and its codecs, disks, network, clients, projections, clock and the
 * faults of all of them, in one thread. A class loader may load this package and the core anew with a planted fault.
 */
@NullMarked
package io.pharos.simulation.world;

import org.jspecify.annotations.NullMarked;
