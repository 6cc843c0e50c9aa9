/**
 * The public endpoints of trading and what they answer. Depends on entry, query and edge. Entered by request threads,
 * which are virtual and may wait.
 */
@NullMarked
package io.pharos.platform.trading.web;

import org.jspecify.annotations.NullMarked;
