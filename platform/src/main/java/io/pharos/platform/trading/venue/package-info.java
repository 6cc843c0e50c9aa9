/**
 * The gateway to external venues: sends what the core has routed over FIX 4.4, takes the reports in as commands, and asks
 * until an outcome is known. Depends on the trading tables, the core's client and QuickFIX/J. Entered by its own scheduler
 * and by the threads of the FIX session.
 */
@NullMarked
package io.pharos.platform.trading.venue;

import org.jspecify.annotations.NullMarked;
