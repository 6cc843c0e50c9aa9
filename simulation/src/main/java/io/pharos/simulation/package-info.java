/** {@code ./pharos simulate}: runs seeds, plants faults, reports. */
@NullMarked
package io.pharos.simulation;

import org.jspecify.annotations.NullMarked;
