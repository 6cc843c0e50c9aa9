/**
 * The page's one WebSocket: subscriptions, snapshots, deltas, resumption, heartbeats, and what happens to a reader that
 * is too slow. Services publish {@link io.pharos.platform.stream.ChannelSource} beans; channels of roles in other processes are
 * passed on. Depends on edge and peer. Each connection
 * has a writing thread of its own; services push frames from any thread.
 */
@NullMarked
package io.pharos.platform.stream;

import org.jspecify.annotations.NullMarked;
