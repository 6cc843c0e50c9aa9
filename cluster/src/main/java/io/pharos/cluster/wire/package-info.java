/**
 * Encoding and decoding between the generated codecs of {@code protocol}, the records of {@code message} and the
 * flyweights of {@code core}. Instances hold buffers: one thread each.
 */
@NullMarked
package io.pharos.cluster.wire;

import org.jspecify.annotations.NullMarked;
