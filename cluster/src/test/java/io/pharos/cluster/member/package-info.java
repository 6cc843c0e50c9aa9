/** Tests of {@code io.pharos.cluster.member}. */
@NullMarked
package io.pharos.cluster.member;

import org.jspecify.annotations.NullMarked;
