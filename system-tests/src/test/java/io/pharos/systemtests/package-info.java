/** Tests with real processes, real browsers and real faults. */
@NullMarked
package io.pharos.systemtests;

import org.jspecify.annotations.NullMarked;
