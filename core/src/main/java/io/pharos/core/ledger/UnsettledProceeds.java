package io.pharos.core.ledger;

import io.pharos.protocol.Outcome;

/**
 * What is available to an account but has not reached the firm yet: proceeds of sales, or securities bought, that their
 * rules let be used before they settle. It may be used for what settles no earlier, and may not leave.
 *
 * <p>For each calendar, account and asset the ring holds, by day, what is still to come less what is still to be paid.
 * What is bound at a moment is the largest sum of what comes from some day on: that much would be missing on the day
 * before, had it left.
 *
 * <pre>
 *   sold for 50, bought for 20, both due tomorrow: 30 are bound today, 0 from tomorrow on
 *   bought for 50 due tomorrow, sold for 50 due the day after: 50 are bound, for tomorrow 50 must be paid
 * </pre>
 *
 * <p>Not part of the state: follows from the open obligations.
 */
public final class UnsettledProceeds {
    /** The most calendars. */
    public static final int CALENDARS_MAX = 16;

    private static final int DAYS = 4;
    private static final int DAYS_AHEAD_MAX = 2;

    /** What failed to settle and is to come on a day not known. */
    private static final int FAILED = 1 + DAYS;

    /** What the account may use of all that it sold or bought. */
    private static final int CREDITED = FAILED + 1;

    private static final int STRIDE = CREDITED + 1;
    private static final int ACCOUNT_BITS = 27;
    private static final int ASSET_BITS = 16;

    private final KeyedRecords records = new KeyedRecords(STRIDE);
    private final Balances balances;
    private final long[] today = new long[CALENDARS_MAX];

    UnsettledProceeds(Balances balances) {
        this.balances = balances;
    }

    /** Says which day of a calendar it is. */
    public void today(int calendarIndex, long day) {
        today[calendarIndex] = day;
    }

    /** Adds to what comes on a day, less what is to be paid on it; negative to take away. */
    public void add(int calendarIndex, int slot, long day, long changeMinor) {
        change(calendarIndex, slot, 1 + (int) (day % DAYS), changeMinor);
    }

    /** Adds to what failed to come; negative to take away. */
    public void addFailed(int calendarIndex, int slot, long changeMinor) {
        change(calendarIndex, slot, FAILED, changeMinor);
    }

    /** Adds to what is available and has not settled; negative to take away. */
    public void addCredited(int calendarIndex, int slot, long changeMinor) {
        change(calendarIndex, slot, CREDITED, changeMinor);
    }

    /** What is available and has not settled, minor units. */
    public long creditedMinor(int slot) {
        long creditedMinor = 0;
        for (int calendar = 0; calendar < CALENDARS_MAX && records.size() > 0; calendar++) {
            int number = records.find(key(calendar, slot));
            creditedMinor += number < 0 ? 0 : records.get(number, CREDITED);
        }
        return creditedMinor;
    }

    /** Whether an amount, which is available, may leave at once: {@code ACCEPTED} or {@code PROCEEDS_UNSETTLED}. */
    public Outcome checkLeave(int slot, long amountMinor) {
        return checkUse(slot, amountMinor, -1, 0);
    }

    /**
     * Whether an amount, which is available, may be used for what is paid on a day of a calendar.
     *
     * @param calendarIndex -1 for what is paid at once
     */
    public Outcome checkUse(int slot, long amountMinor, int calendarIndex, long day) {
        if (records.size() == 0 || balances.isHouse(slot)) {
            return Outcome.ACCEPTED;
        }
        return amountMinor <= balances.availableMinor(slot) - boundMinor(slot, calendarIndex, day)
                ? Outcome.ACCEPTED
                : Outcome.PROCEEDS_UNSETTLED;
    }

    /** What of the available balance may leave at once, minor units; for a customer not below zero. */
    public long withdrawableMinor(int slot) {
        long availableMinor = balances.availableMinor(slot);
        return balances.isHouse(slot) ? availableMinor : Math.max(0, availableMinor - boundMinor(slot, -1, 0));
    }

    private long boundMinor(int slot, int calendarIndex, long day) {
        long boundMinor = 0;
        for (int calendar = 0; calendar < CALENDARS_MAX && records.size() > 0; calendar++) {
            int number = records.find(key(calendar, slot));
            if (number >= 0) {
                boundMinor += boundInMinor(calendar, number, calendar == calendarIndex ? day : -1);
            }
        }
        return boundMinor;
    }

    /** The largest sum of what comes from a day after the given one on. */
    private long boundInMinor(int calendar, int number, long afterDay) {
        long sumMinor = records.get(number, FAILED);
        long mostMinor = sumMinor;
        for (long day = today[calendar] + DAYS_AHEAD_MAX; day >= today[calendar] && day > afterDay; day--) {
            sumMinor += records.get(number, 1 + (int) (day % DAYS));
            mostMinor = Math.max(mostMinor, sumMinor);
        }
        return mostMinor;
    }

    private void change(int calendarIndex, int slot, int field, long changeMinor) {
        if (changeMinor != 0) {
            long key = key(calendarIndex, slot);
            int number = records.find(key);
            if (number < 0) {
                number = records.add(key);
            }
            records.set(number, field, records.get(number, field) + changeMinor);
        }
    }

    private long key(int calendarIndex, int slot) {
        return ((long) calendarIndex << ACCOUNT_BITS | balances.accountIndex(slot)) << ASSET_BITS
                | balances.assetIndex(slot);
    }
}
