package io.pharos.cluster.journal;

import org.jspecify.annotations.Nullable;

/**
 * How a reader stands.
 *
 * @param position where its consumer is
 * @param memberId whose recording it reads; −1 while it looks for one
 * @param error    what last stopped it or its consumer, in words; null while all is well
 */
public record JournalStatus(
        JournalPosition position, int memberId, @Nullable String error) {}
