/**
 * The order books, folded from the journal: single orders into price levels, with the change of each command as one
 * atomic step. Depends on the JDK only. One thread folds; the owner of a book guards it for readers.
 */
@NullMarked
package io.pharos.platform.market.book;

import org.jspecify.annotations.NullMarked;
