package io.pharos.platform.trading.web;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.projection.TrialFold;
import io.pharos.platform.trading.projection.TrialFold.Turnover;
import io.pharos.platform.trading.web.SettlementController.TrialBalance;
import io.pharos.platform.trading.web.SettlementController.TrialLine;
import io.pharos.platform.trading.web.SettlementController.TrialTotal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trial balance as callers see it. */
final class TrialViews {
    private TrialViews() {}

    private static final class Sums {
        private BigInteger paid = BigInteger.ZERO;
        private BigInteger received = BigInteger.ZERO;
        private BigInteger debit = BigInteger.ZERO;
        private BigInteger credit = BigInteger.ZERO;
    }

    static TrialBalance of(long sequence, long lastSequence, TrialFold fold, InstrumentDirectory directory) {
        List<TrialLine> lines = new ArrayList<>();
        Map<Integer, Sums> sums = new TreeMap<>();
        for (Map.Entry<TrialFold.Key, Turnover> entry : fold.lines().entrySet()) {
            Asset asset = directory.asset(entry.getKey().assetId());
            Turnover turnover = entry.getValue();
            BigInteger balance = turnover.receivedMinor().subtract(turnover.paidMinor());
            BigInteger debit = balance.negate().max(BigInteger.ZERO);
            BigInteger credit = balance.max(BigInteger.ZERO);
            Sums total = sums.computeIfAbsent(asset.assetId(), id -> new Sums());
            total.paid = total.paid.add(turnover.paidMinor());
            total.received = total.received.add(turnover.receivedMinor());
            total.debit = total.debit.add(debit);
            total.credit = total.credit.add(credit);
            lines.add(new TrialLine(
                    className(entry.getKey().accountClass()),
                    asset.code(),
                    text(turnover.paidMinor(), asset),
                    text(turnover.receivedMinor(), asset),
                    text(debit, asset),
                    text(credit, asset)));
        }
        List<TrialTotal> totals = new ArrayList<>();
        for (Map.Entry<Integer, Sums> entry : sums.entrySet()) {
            Asset asset = directory.asset(entry.getKey());
            Sums total = entry.getValue();
            totals.add(new TrialTotal(
                    asset.code(),
                    text(total.paid, asset),
                    text(total.received, asset),
                    text(total.debit, asset),
                    text(total.credit, asset),
                    total.paid.equals(total.received) && total.debit.equals(total.credit)));
        }
        return new TrialBalance(sequence, lastSequence, lines, totals);
    }

    private static String className(long accountClass) {
        return accountClass == TrialFold.CUSTOMERS
                ? "CUSTOMERS"
                : accountClass == TrialFold.PARTICIPANTS ? "PARTICIPANTS" : String.valueOf(accountClass);
    }

    private static String text(BigInteger minor, Asset asset) {
        return new BigDecimal(minor, asset.scale()).toPlainString();
    }
}
