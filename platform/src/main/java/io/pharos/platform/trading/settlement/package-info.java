/**
 * Begins business days and settles what is due on them: the clock and the calendar that the core does not have. Depends on
 * the core's calls, the catalogue and the tables of trading. Has one virtual thread of its own.
 */
@NullMarked
package io.pharos.platform.trading.settlement;

import org.jspecify.annotations.NullMarked;
