/**
 * Commands through the replicated log, with one member and with three on this machine, each beside an echo service with
 * the same settings and message sizes. Depends on the cluster, and on Aeron for the echo. One thread submits.
 */
@NullMarked
package io.pharos.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
