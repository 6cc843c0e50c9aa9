/**
 * What one run is and what became of it: the types that cross the border of a class loader that plants a fault. Depends on
 * the protocol's enumerations and the cluster's messages.
 */
@NullMarked
package io.pharos.simulation.run;

import org.jspecify.annotations.NullMarked;
