/**
 * The wire schema (SBE, {@code schema/pharos.xml}) of commands, events and replies, and the enumerations whose codes
 * travel in it; {@link io.pharos.protocol.Outcome} lists every refusal. Depends on Agrona only. Everything here is
 * immutable and may be used by any thread; the generated codecs are flyweights, one for each thread.
 */
@NullMarked
package io.pharos.protocol;

import org.jspecify.annotations.NullMarked;
