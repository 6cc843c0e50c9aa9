/**
 * Turns recorded messages into orders that anybody could enter, and says beforehand what a book with price-time
 * priority makes of them. Depends on the recording only; knows no network. One thread plans; what it returns is
 * immutable.
 */
@NullMarked
package io.pharos.platform.replay.plan;

import org.jspecify.annotations.NullMarked;
