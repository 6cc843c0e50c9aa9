/** What the tests of the cluster share: ports, waiting, orders that make events. */
@NullMarked
package io.pharos.cluster.testing;

import org.jspecify.annotations.NullMarked;
