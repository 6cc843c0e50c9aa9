package io.pharos.core.trading;

/**
 * Token buckets in log time: a scope may send so many messages in a second, at once or spread, and each comes back a second
 * after the bucket was empty.
 *
 * <p>A bucket counts what is spent, in billionths of a message, so that any whole rate refills it exactly:
 *
 * <pre>
 *   rate 3: two messages at 0 s spend 2.0; at 0.5 s 1.5 have come back, 0.5 is spent, and two more fit
 * </pre>
 */
final class MessageRates {
    static final long SECOND_NANOS = 1_000_000_000L;

    private MessageRates() {}

    /** Whether a scope may send another message; one without a rate, or that never sent one, may. */
    static boolean hasRoom(RiskRecords records, int record, long perSecond, long timeNanos) {
        return perSecond == 0
                || record == RiskRecords.NOT_FOUND
                || records.spent(record, perSecond, timeNanos) <= (perSecond - 1) * SECOND_NANOS;
    }

    /** Counts a message, which may be one more than fits: that leaves the bucket empty. */
    static void take(RiskRecords records, int record, long perSecond, long timeNanos) {
        long spent = records.spent(record, perSecond, timeNanos) + SECOND_NANOS;
        records.spend(record, Math.min(spent, perSecond * SECOND_NANOS), timeNanos);
    }
}
