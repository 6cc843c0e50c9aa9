/** The public endpoints of the market. Depends on channel, catalogue and edge. Entered by request threads. */
@NullMarked
package io.pharos.platform.market.web;

import org.jspecify.annotations.NullMarked;
