/** exchange-core under our workload. Knows nothing of Pharos but the file that the benchmark writes. */
@org.jspecify.annotations.NullMarked
package io.pharos.peer.exchangecore;
