/** Tests of {@code io.pharos.cluster.wire}. */
@NullMarked
package io.pharos.cluster.wire;

import org.jspecify.annotations.NullMarked;
