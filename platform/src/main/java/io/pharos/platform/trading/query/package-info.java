/**
 * Reads the tables of trading for their owner. Depends on the projection's rows and on the database. Entered by request
 * threads.
 */
@NullMarked
package io.pharos.platform.trading.query;

import org.jspecify.annotations.NullMarked;
