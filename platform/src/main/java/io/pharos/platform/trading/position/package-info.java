/** What a holding cost. Depends on the JDK only. Immutable values. */
@NullMarked
package io.pharos.platform.trading.position;

import org.jspecify.annotations.NullMarked;
