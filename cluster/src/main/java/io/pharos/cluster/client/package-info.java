/**
 * The asynchronous client of the core: commands in, committed replies out, in log order. Depends on {@code message},
 * {@code transport} and {@code wire}. Any thread may submit; one agent thread of the client's own talks to the cluster
 * and completes the replies.
 */
@NullMarked
package io.pharos.cluster.client;

import org.jspecify.annotations.NullMarked;
