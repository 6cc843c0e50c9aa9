package io.pharos.core.margin;

import io.pharos.core.ledger.Balances;

/**
 * Interest on loans, exact: whole minor units and parts of one, as the interest on cash is counted.
 *
 * <pre>
 *   a day's interest = principal x rate / days of a year
 *   10,000,000 fen at 83,500 ppm by 360 days: 2,319 fen and 4/9
 * </pre>
 */
final class LoanInterest {
    /** Parts of a minor unit: 10^6 x 26,280, which 360 and 365 both divide. */
    static final long SCALE = 26_280_000_000L;

    /** No more than this is ever owed. */
    static final long WHOLE_MAX = Balances.CLEARING_MAX_MINOR;

    private static final long DAYS = 26_280;
    private static final int DAYS_MAX = 366;

    private LoanInterest() {}

    /** Adds the interest of some days to what an account owes; returns how many whole minor units. */
    static long accrue(MarginAccount account, int days) {
        int counted = Math.min(DAYS_MAX, days);
        long factor = account.ratePpm * (DAYS / account.program().terms.dayCount);
        long principalMinor = account.principalMinor();
        long product = principalMinor % SCALE * factor;
        long dayWhole = principalMinor / SCALE * factor + product / SCALE;
        long parts = account.interestParts + product % SCALE * counted;
        long whole = Math.min(WHOLE_MAX - account.interestMinor, dayWhole * counted + parts / SCALE);
        account.interestMinor += whole;
        account.interestParts = parts % SCALE;
        return whole;
    }
}
