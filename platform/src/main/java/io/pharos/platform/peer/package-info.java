/**
 * Published interfaces of roles that run in another process: generated HTTP clients with time-outs, a circuit breaker
 * and a concurrency limit. Depends on host. Entered by any thread.
 */
@NullMarked
package io.pharos.platform.peer;

import org.jspecify.annotations.NullMarked;
