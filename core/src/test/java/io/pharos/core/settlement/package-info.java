/** The rule book of settlement, as tables. Entered by the test's thread. */
@NullMarked
package io.pharos.core.settlement;

import org.jspecify.annotations.NullMarked;
