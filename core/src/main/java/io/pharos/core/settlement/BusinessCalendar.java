package io.pharos.core.settlement;

import io.pharos.core.state.Mix;
import org.jspecify.annotations.Nullable;

/**
 * The business days of one calendar, and what is due on them.
 *
 * <pre>
 *   coming[day]  --BeginBusinessDay-->  work  --SettleDue-->  settled
 *   failed       --BeginBusinessDay-->        --SettleDue-->  failed
 * </pre>
 *
 * <p>A day's work is walked twice: first the deliverers, then the receivers, to whom is given what was delivered.
 */
final class BusinessCalendar {
    static final int DAYS = 4;
    private static final long DIGEST_TAG = 34;

    final int index;
    final int calendarId;

    /** Number of the present day, from 1. */
    long day;

    /** Date of the present day as year, month and day. */
    int date;

    /** Whether the deliverers have all been asked, and receivers are given theirs. */
    boolean receiving;

    /** How many receivers at the head of the work the first walk has passed. */
    int passed;

    /** The next to look at; follows from {@link #passed} while deliverers are asked. */
    @Nullable
    Obligation cursor;

    long settledToday;
    long failedToday;

    /** What is due on a day to come, at the day modulo {@link #DAYS}. */
    final ObligationList[] coming = new ObligationList[DAYS];

    /** What is due today, and what failed before. */
    final ObligationList work = new ObligationList();

    /** What failed today, to be tried again on the next day. */
    final ObligationList failed = new ObligationList();

    BusinessCalendar(int index, int calendarId) {
        this.index = index;
        this.calendarId = calendarId;
        for (int i = 0; i < DAYS; i++) {
            coming[i] = new ObligationList();
        }
    }

    ObligationList coming(long day) {
        return coming[(int) (day % DAYS)];
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), calendarId, index);
        hash = Mix.pair(hash, day, date);
        hash = Mix.pair(hash, receiving ? 1 : 0, passed);
        hash = Mix.pair(hash, settledToday, failedToday);
        return Mix.pair(hash, work.size(), failed.size());
    }
}
