/**
 * Risk limits and kill switches: what is set, by whom and why, and what binds one customer. Depends on the projection's
 * rows, on instrument and database. Entered by request threads.
 */
@NullMarked
package io.pharos.platform.trading.risk;

import org.jspecify.annotations.NullMarked;
