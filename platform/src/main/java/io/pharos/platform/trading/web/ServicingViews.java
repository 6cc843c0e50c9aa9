package io.pharos.platform.trading.web;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.query.ServicingQueries.Action;
import io.pharos.platform.trading.query.ServicingQueries.Fees;
import io.pharos.platform.trading.query.ServicingQueries.Interest;
import io.pharos.platform.trading.query.ServicingQueries.InterestRun;
import io.pharos.platform.trading.query.ServicingQueries.Run;
import io.pharos.platform.trading.web.ServicingController.CorporateActionView;
import io.pharos.platform.trading.web.ServicingController.EndOfDayView;
import io.pharos.platform.trading.web.ServicingController.FeeScheduleView;
import io.pharos.platform.trading.web.ServicingController.FeeTierView;
import io.pharos.platform.trading.web.ServicingController.InterestBandView;
import io.pharos.platform.trading.web.ServicingController.InterestRunView;
import io.pharos.platform.trading.web.ServicingController.InterestView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows of servicing as the API shows them. */
final class ServicingViews {
    private final InstrumentDirectory directory;

    ServicingViews(InstrumentDirectory directory) {
        this.directory = directory;
    }

    static String id(Action action) {
        return "act_" + action.actionId();
    }

    /** Whether a kind pays cash for what is held. */
    static boolean isCash(String kind) {
        return kind.equals("CASH_DIVIDEND") || kind.equals("COUPON") || kind.equals("REDEMPTION");
    }

    FeeScheduleView fees(Fees fees, Map<Integer, Integer> assignments) {
        Asset asset = directory.asset(fees.assetId());
        List<FeeTierView> tiers = fees.tiers().isEmpty()
                ? List.of()
                : Arrays.stream(fees.tiers().split(" ", -1))
                        .map(tier -> tier(tier.split(":", -1), asset))
                        .toList();
        return new FeeScheduleView(
                fees.scheduleId(),
                fees.version(),
                asset.code(),
                fees.effectiveDate(),
                fees.inForce(),
                asset.format(fees.commissionMinimumMinor()),
                share(fees.makerPpm()),
                share(fees.takerPpm()),
                share(fees.stampDutyPpm()),
                share(fees.transferFeePpm()),
                fees.commissionRounding(),
                fees.stampDutyRounding(),
                fees.transferFeeRounding(),
                tiers,
                assignments.entrySet().stream()
                        .filter(assigned -> assigned.getValue() == fees.scheduleId())
                        .map(assigned -> directory.instrument(assigned.getKey()).symbol())
                        .toList());
    }

    private static FeeTierView tier(String[] parts, Asset asset) {
        return new FeeTierView(
                asset.format(Long.parseLong(parts[0])),
                share(Integer.parseInt(parts[1])),
                share(Integer.parseInt(parts[2])));
    }

    CorporateActionView action(Action action) {
        Instrument instrument = directory.instrument(action.instrumentId());
        Asset base = instrument.base();
        Asset quote = instrument.quote();
        boolean isCash = isCash(action.kind());
        return new CorporateActionView(
                id(action),
                action.kind(),
                instrument.symbol(),
                action.exDate(),
                action.payDate(),
                action.expiryDate(),
                (isCash ? quote : base).format(action.numerator()),
                base.format(action.denominator()),
                action.priceNumerator() == 0 ? null : price(action, instrument),
                action.rightsAssetId() == 0
                        ? null
                        : directory.asset(action.rightsAssetId()).code(),
                quote.code(),
                share(action.taxPpm()),
                action.stage(),
                action.accounts(),
                base.format(action.positionMinor()),
                quote.format(action.grossMinor()),
                quote.format(action.taxMinor()),
                base.format(action.unitsMinor()),
                action.roundingParts() + "/" + action.roundingScale(),
                agrees(action),
                action.unpaid());
    }

    private static String price(Action action, Instrument instrument) {
        return new BigDecimal(action.priceNumerator())
                .movePointRight(instrument.base().scale())
                .movePointLeft(instrument.quote().scale())
                .divide(new BigDecimal(action.priceDenominator()))
                .toPlainString();
    }

    /** Positions times rate = what was paid and rounded, to the last part. */
    private static boolean agrees(Action action) {
        BigInteger exact = big(action.positionMinor()).multiply(big(action.numerator()));
        BigInteger denominator = big(action.denominator());
        BigInteger parts = big(action.roundingParts());
        if (isCash(action.kind())) {
            return exact.equals(big(action.grossMinor()).multiply(denominator).add(parts));
        }
        boolean replaces = action.kind().equals("SPLIT");
        BigInteger units = big(action.unitsMinor() + (replaces ? action.positionMinor() : 0));
        BigInteger fraction = exact.subtract(units.multiply(denominator));
        boolean inLieu = action.roundingScale() != action.denominator() || action.priceNumerator() > 0;
        if (!inLieu || action.kind().equals("RIGHTS_ISSUE")) {
            return fraction.equals(parts);
        }
        BigInteger scale = big(action.roundingScale());
        return fraction.multiply(big(action.priceNumerator()))
                .equals(big(action.lieuMinor()).multiply(scale).add(parts));
    }

    InterestView interest(Interest interest) {
        Asset asset = directory.asset(interest.assetId());
        return new InterestView(
                asset.code(),
                share(interest.ratePpm()),
                interest.dayCount(),
                interest.creditDay(),
                interest.creditMonths(),
                Stream.of(
                                new InterestBandView(asset.format(interest.band1Minor()), share(interest.band1Ppm())),
                                new InterestBandView(asset.format(interest.band2Minor()), share(interest.band2Ppm())))
                        .limit(interest.bands())
                        .toList());
    }

    InterestRunView interestRun(InterestRun run) {
        Asset asset = directory.asset(run.assetId());
        return new InterestRunView(
                asset.code(),
                run.date(),
                run.days(),
                run.accounts(),
                asset.format(run.balanceMinor()),
                asset.format(run.accruedMinor()),
                asset.format(run.creditedMinor()),
                run.sequence());
    }

    static EndOfDayView run(Run run) {
        return new EndOfDayView(
                run.calendarId(),
                run.date(),
                run.stage(),
                run.expiredOrders(),
                run.settledCount(),
                run.failedCount(),
                run.servicedAccounts(),
                run.accruedAccounts(),
                run.steps(),
                run.staffId() != 0,
                Views.instant(run.atNanos()),
                run.sequence());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static String share(int ppm) {
        BigDecimal share = BigDecimal.valueOf(ppm, 6).stripTrailingZeros();
        return (share.signum() == 0 ? BigDecimal.ZERO : share).toPlainString();
    }
}
