package io.pharos.core.trading;

import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Rounding;

/**
 * What an order owes of one kind (fee, or tax) over all its fills, and what of it has been charged.
 *
 * <p>The debt is the rate-weighted notional of the fills, exact to the millionth of a minor unit and rounded up as a whole:
 * a hundred small fills cost what one large fill costs.
 *
 * <pre>
 *   due = ceil(sum of notional x ppm / 1000000)
 *   fills of 100 and 100 minor units at 3000 ppm: ceil(0.3) = 1 is charged with the first,
 *   ceil(0.6) - 1 = 0 with the second
 * </pre>
 *
 * <p>A seller pays out of the proceeds. Where a fill brings less than is due, the rest is charged with the order's next
 * fill, and dropped with its last: a charge never takes more than the sale has brought.
 */
final class Charge {
    private long wholeMinor;
    private long partsMillionth;
    private long chargedMinor;

    void clear() {
        wholeMinor = 0;
        partsMillionth = 0;
        chargedMinor = 0;
    }

    /** Whether no fill has been added. */
    boolean isClear() {
        return (wholeMinor | partsMillionth | chargedMinor) == 0;
    }

    /** Adds a fill. */
    void accrue(long notionalMinor, int ppm) {
        long parts = partsMillionth + notionalMinor % Exact.MILLION * ppm;
        wholeMinor += notionalMinor / Exact.MILLION * ppm + parts / Exact.MILLION;
        partsMillionth = parts % Exact.MILLION;
    }

    /** Takes a fill away again, which was added at this rate. */
    void retract(long notionalMinor, int ppm) {
        long parts = notionalMinor % Exact.MILLION * ppm;
        wholeMinor -= notionalMinor / Exact.MILLION * ppm + parts / Exact.MILLION;
        partsMillionth -= parts % Exact.MILLION;
        if (partsMillionth < 0) {
            partsMillionth += Exact.MILLION;
            wholeMinor--;
        }
    }

    /** Counts as charged what was charged elsewhere; negative for what was given back. */
    void addCharged(long amountMinor) {
        chargedMinor += amountMinor;
    }

    /** What is due and not yet charged, rounded up. */
    long dueMinor() {
        return wholeMinor + (partsMillionth > 0 ? 1 : 0) - chargedMinor;
    }

    /** What would be due if the order were also filled for this notional, rounded up. */
    long dueWithMinor(long notionalMinor, int ppm) {
        long parts = partsMillionth + notionalMinor % Exact.MILLION * ppm;
        long whole = wholeMinor + notionalMinor / Exact.MILLION * ppm + (parts + Exact.MILLION - 1) / Exact.MILLION;
        return whole - chargedMinor;
    }

    /** What would be due if the order were also filled for this notional, at least the minimum, rounded as named. */
    long dueWithMinor(long notionalMinor, int ppm, long minimumMinor, Rounding rounding) {
        long parts = partsMillionth + notionalMinor % Exact.MILLION * ppm;
        long whole = wholeMinor + notionalMinor / Exact.MILLION * ppm + parts / Exact.MILLION;
        return Math.max(minimumMinor, Exact.rounded(whole, parts % Exact.MILLION, rounding)) - chargedMinor;
    }

    /** Charges what is due, but at most the limit; returns what was charged. */
    long take(long limitMinor) {
        return charge(dueMinor(), limitMinor);
    }

    /** Charges what is due, at least the minimum, rounded as named, but at most the limit; returns what was charged. */
    long take(long limitMinor, long minimumMinor, Rounding rounding) {
        return charge(dueWithMinor(0, 0, minimumMinor, rounding), limitMinor);
    }

    private long charge(long dueMinor, long limitMinor) {
        long amountMinor = Math.min(dueMinor, limitMinor);
        chargedMinor += amountMinor;
        return amountMinor;
    }

    /** Whether nothing is due and nothing was charged. */
    boolean isZero() {
        return (wholeMinor | partsMillionth | chargedMinor) == 0;
    }

    /** What has been charged over all fills. */
    long chargedMinor() {
        return chargedMinor;
    }

    long mixInto(long hash) {
        return Mix.pair(Mix.pair(hash, wholeMinor, partsMillionth), chargedMinor, 0);
    }

    void save(StateWriter out) {
        out.writeLong(wholeMinor);
        out.writeLong(partsMillionth);
        out.writeLong(chargedMinor);
    }

    void load(StateReader in) {
        wholeMinor = in.readLong();
        partsMillionth = in.readLong();
        chargedMinor = in.readLong();
    }
}
