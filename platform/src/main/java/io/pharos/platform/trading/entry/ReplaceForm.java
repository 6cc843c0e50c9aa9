package io.pharos.platform.trading.entry;

import org.jspecify.annotations.Nullable;

/**
 * A change as a customer writes it; what is absent stays.
 *
 * @param quantity the new total, what is filled included
 */
public record ReplaceForm(@Nullable String price, @Nullable String quantity) {}
