/** The rule book of margin accounts. Entered by the test's thread. */
@NullMarked
package io.pharos.core.margin;

import org.jspecify.annotations.NullMarked;
