/**
 * What members, clients and readers share: media drivers, the addresses of members, and the shared secret. Depends on
 * Aeron only. Safe for any thread.
 */
@NullMarked
package io.pharos.cluster.transport;

import org.jspecify.annotations.NullMarked;
