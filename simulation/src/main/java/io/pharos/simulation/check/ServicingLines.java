package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.EndOfDayStage;
import org.jspecify.annotations.Nullable;

/** The lines of corporate actions, interest and the end of a day. */
final class ServicingLines {
    private ServicingLines() {}

    /** The line of an event; null where it is of another kind. */
    static @Nullable String of(CoreEvent event) {
        return switch (event) {
            case CoreEvent.CorporateActionAnnounced e ->
                announced(new CoreCommand.AnnounceCorporateAction(
                        e.actionId(),
                        e.kind(),
                        e.instrumentId(),
                        e.calendarId(),
                        e.exDate(),
                        e.payDate(),
                        e.expiryDate(),
                        e.numerator(),
                        e.denominator(),
                        e.priceNumerator(),
                        e.priceDenominator(),
                        e.taxPpm(),
                        e.rounding(),
                        e.sourceAccountId(),
                        e.taxAccountId(),
                        e.rightsAssetId()));
            case CoreEvent.CorporateActionAdvanced e ->
                advanced(
                        e.actionId(),
                        e.stage(),
                        e.accounts() + " accounts with " + e.positionMinor() + " get " + e.grossMinor() + " less "
                                + e.taxMinor() + " and " + e.unitsMinor() + " units, in lieu " + e.lieuMinor()
                                + ", rounded " + e.roundingParts() + ", unpaid " + e.unpaid());
            case CoreEvent.EntitlementPaid e ->
                paid(
                        e.actionId(),
                        e.accountId(),
                        e.positionMinor(),
                        e.grossMinor(),
                        e.taxMinor(),
                        e.unitsMinor(),
                        e.paid());
            case CoreEvent.ReferencePriceAdjusted e ->
                adjusted(
                        e.actionId(),
                        e.priceTicks(),
                        e.referencePriceTicks(),
                        e.lowerLimitTicks(),
                        e.upperLimitTicks());
            case CoreEvent.RightsExercised e ->
                exercised(
                        new CoreCommand.ExerciseRights(e.accountId(), e.actionId(), e.quantityMinor()), e.costMinor());
            case CoreEvent.InterestTermsSet e ->
                interestTerms(new CoreCommand.SetInterestTerms(
                        e.assetId(),
                        e.calendarId(),
                        e.payerAccountId(),
                        e.dayCount(),
                        e.creditDay(),
                        e.creditMonths(),
                        e.ratePpm(),
                        e.band1Minor(),
                        e.band1Ppm(),
                        e.band2Minor(),
                        e.band2Ppm()));
            case CoreEvent.InterestCredited e ->
                credited(e.accountId(), e.assetId(), e.amountMinor(), e.carriedParts(), e.date());
            case CoreEvent.InterestAccrued e ->
                accrued(
                        e.assetId(),
                        e.calendarId() + " " + e.date() + " days " + e.days(),
                        e.accounts() + " accounts with " + e.balanceMinor(),
                        e.accruedMinor() + " and " + e.accruedParts() + " parts",
                        String.valueOf(e.creditedMinor()));
            case CoreEvent.EndOfDayAdvanced e ->
                endOfDay(
                        e.calendarId() + " " + e.date(),
                        e.stage(),
                        e.staffId(),
                        "expired " + e.expiredOrders(),
                        "settled " + e.settledCount() + " failed " + e.failedCount(),
                        e.steps());
            default -> null;
        };
    }

    static String announced(CoreCommand.AnnounceCorporateAction terms) {
        return terms.toString();
    }

    static String advanced(RefAction action) {
        RefAction.Totals totals = action.totals;
        return advanced(
                action.terms.actionId(),
                action.stage,
                totals.accounts + " accounts with " + totals.position + " get " + totals.cash + " less " + totals.tax
                        + " and " + totals.units + " units, in lieu " + totals.lieu + ", rounded " + totals.rounding
                        + ", unpaid " + totals.unpaid);
    }

    private static String advanced(long actionId, CorporateActionStage stage, String totals) {
        return "action " + actionId + " is " + stage + ": " + totals;
    }

    static String paid(
            CoreCommand.AnnounceCorporateAction terms,
            long accountId,
            long position,
            ExDate.Entitlement due,
            boolean paid) {
        return paid(terms.actionId(), accountId, position, due.cash(), due.tax(), due.units(), paid);
    }

    private static String paid(
            long actionId, long accountId, long position, long cash, long tax, long units, boolean paid) {
        return "action " + actionId + (paid ? " pays " : " does not pay ") + accountId + " " + cash + " less " + tax
                + " and " + units + " units for " + position;
    }

    static String adjusted(long actionId, long close, long reference, long lower, long upper) {
        return "action " + actionId + " adjusts " + close + " to " + reference + " limits " + lower + ".." + upper;
    }

    static String exercised(CoreCommand.ExerciseRights c, long cost) {
        return c + " for " + cost;
    }

    static String interestTerms(CoreCommand.SetInterestTerms terms) {
        return terms.toString();
    }

    static String credited(long accountId, int assetId, long amount, long carried, int date) {
        return "interest " + amount + " of " + assetId + " to " + accountId + " carries " + carried + " to " + date;
    }

    static String accrued(int assetId, String when, String on, String left, String credited) {
        return "interest of " + assetId + " by " + when + " on " + on + " leaves " + left + ", credited " + credited;
    }

    static String endOfDay(String when, EndOfDayStage stage, long staffId, String expired, String settled, long steps) {
        return "end of day " + when + " is " + stage + " by " + staffId + " " + expired + " " + settled + " after "
                + steps + " steps";
    }
}
