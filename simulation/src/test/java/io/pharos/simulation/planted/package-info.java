@NullMarked
package io.pharos.simulation.planted;

import org.jspecify.annotations.NullMarked;
