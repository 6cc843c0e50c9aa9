/** JMH and load harnesses, peers and limits measured beside us. May depend on everything. */
@NullMarked
package io.pharos.benchmarks;

import org.jspecify.annotations.NullMarked;
