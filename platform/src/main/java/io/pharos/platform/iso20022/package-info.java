/**
 * The messages of ISO 20022 that a payment needs, in both directions, so that our side and the sandbox bank speak through
 * the same XML as a real bank would: pain.001 (credit transfer), pain.008 (direct debit), pain.002 (status report).
 * Depends on the JDK only. Pure functions and immutable values.
 */
@NullMarked
package io.pharos.platform.iso20022;

import org.jspecify.annotations.NullMarked;
