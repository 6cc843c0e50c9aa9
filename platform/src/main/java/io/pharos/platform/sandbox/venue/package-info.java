/**
 * An exchange for trying things out: it speaks FIX 4.4 as an acceptor, matches in a small way of its own, and fails on
 * command. Depends on the catalogue, host and QuickFIX/J. Entered by the threads of the FIX session, request threads and its
 * own clock.
 */
@NullMarked
package io.pharos.platform.sandbox.venue;

import org.jspecify.annotations.NullMarked;
