/**
 * The counterparties that a real deployment replaces: a bank and traders. Nothing depends on it.
 */
@NullMarked
package io.pharos.platform.sandbox;

import org.jspecify.annotations.NullMarked;
