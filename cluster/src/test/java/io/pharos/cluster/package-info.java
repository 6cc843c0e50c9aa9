/** Tests of the cluster with real members, clients and readers. */
@NullMarked
package io.pharos.cluster;

import org.jspecify.annotations.NullMarked;
