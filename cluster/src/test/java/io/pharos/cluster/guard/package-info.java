/** Tests of {@code io.pharos.cluster.guard}. */
@NullMarked
package io.pharos.cluster.guard;

import org.jspecify.annotations.NullMarked;
