/**
 * The core alone, in process: its workload, the market that the workload needs, and how fast it is applied. Depends on
 * the core and nothing above it. One thread.
 */
@NullMarked
package io.pharos.benchmarks.core;

import org.jspecify.annotations.NullMarked;
