/**
 * The only code that knows Aeron. One package a concern: {@code message} (what is said to the core and what it says),
 * {@code client} (saying it), {@code journal} (hearing it), {@code member} (running a replica of the core),
 * {@code guard} (when a replica may start), {@code transport} (drivers, ports, the shared secret), {@code wire}
 * (encoding). Depends on core and protocol.
 */
@NullMarked
package io.pharos.cluster;

import org.jspecify.annotations.NullMarked;
