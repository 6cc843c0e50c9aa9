@NullMarked
package io.pharos.simulation;

import org.jspecify.annotations.NullMarked;
