package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * A change as a customer writes it; what is absent stays.
 *
 * @param quantity the new total, what is filled included
 * @param triggerPrice of a stop that waits, but for a trailing one
 */
public record ReplaceForm(
        @Nullable @DecimalText String price,
        @Nullable @DecimalText String quantity,
        @Nullable @DecimalText String triggerPrice) {}
