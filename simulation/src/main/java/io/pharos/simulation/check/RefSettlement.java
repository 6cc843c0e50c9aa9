package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.PostingCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settlement as {@code docs/concepts/settlement.md} says it: what each account is to deliver and to receive of an instrument
 * on a day. Which obligations settle and which fail it takes from the events; what moves then, both legs or none, it predicts.
 */
final class RefSettlement {
    /** An obligation, by account, instrument and the day on which it is due. */
    record Key(long accountId, int instrumentId, long dueDay) {}

    /** What it is made of. */
    static final class Obligation {
        final RefInstrument of;
        final long clearingAccountId;
        final int calendarId;

        /** The last day on which it failed. */
        long failedDay;

        long baseIn;
        long baseOut;
        long baseCredited;
        long quoteIn;
        long quoteOut;
        long quoteCredited;

        Obligation(RefInstrument of, CoreCommand.SetSettlementRules rules) {
            this.of = of;
            clearingAccountId = rules.clearingAccountId();
            calendarId = rules.calendarId();
        }
    }

    private final Map<Key, Obligation> open = new LinkedHashMap<>();
    private final Map<Integer, Long> days = new HashMap<>();
    private final Map<Integer, Integer> dates = new HashMap<>();
    private final Map<Integer, Long> settled = new HashMap<>();
    private final Map<Integer, Long> failed = new HashMap<>();

    /** Notes what a trade leaves to settle, buyer first; says so. */
    void note(RefInstrument of, RefOrder buy, RefOrder sell, long base, long quote, long proceeds, List<String> lines) {
        CoreCommand.SetSettlementRules rules = of.deferred();
        if (rules == null) {
            return;
        }
        long dueDay = days.getOrDefault(rules.calendarId(), 0L) + rules.lagDays();
        Key buyer = new Key(buy.accountId, of.terms.instrumentId(), dueDay);
        Obligation buys = open.computeIfAbsent(buyer, unused -> new Obligation(of, rules));
        buys.quoteOut += quote;
        if (rules.sameDaySale()) {
            buys.baseCredited += base;
        } else {
            buys.baseIn += base;
        }
        lines.add(line(buyer, buys));
        Key seller = new Key(sell.accountId, of.terms.instrumentId(), dueDay);
        Obligation sells = open.computeIfAbsent(seller, unused -> new Obligation(of, rules));
        sells.baseOut += base;
        if (rules.proceedsUsable()) {
            sells.quoteCredited += proceeds;
        } else {
            sells.quoteIn += proceeds;
        }
        lines.add(line(seller, sells));
    }

    private static String line(Key key, Obligation of) {
        return Lines.obligation(
                key,
                of.baseIn + "-" + of.baseOut + "+" + of.baseCredited,
                of.quoteIn + "-" + of.quoteOut + "+" + of.quoteCredited);
    }

    /** A day begins, and is settled at once where nothing is due on it. */
    void beginDay(int calendarId, int date, List<String> lines) {
        days.merge(calendarId, 1L, Long::sum);
        dates.put(calendarId, date);
        settled.put(calendarId, 0L);
        failed.put(calendarId, 0L);
        lines.add("business day " + days.get(calendarId) + " of " + calendarId);
        if (!hasWork(calendarId)) {
            lines.add("day " + days.get(calendarId) + " of " + calendarId + " is settled");
        }
    }

    /** How many obligations of a calendar were settled today. */
    long settledToday(int calendarId) {
        return settled.getOrDefault(calendarId, 0L);
    }

    /** How many obligations of a calendar failed today. */
    long failedToday(int calendarId) {
        return failed.getOrDefault(calendarId, 0L);
    }

    /** Whether something is due by a calendar that was not looked at today. */
    boolean hasWork(int calendarId) {
        long today = days.getOrDefault(calendarId, 0L);
        return open.entrySet().stream()
                .anyMatch(entry -> entry.getValue().calendarId == calendarId
                        && entry.getKey().dueDay <= today
                        && entry.getValue().failedDay < today);
    }

    /** Whether trades of an instrument are still to be settled. */
    boolean isOpen(RefInstrument of) {
        return open.values().stream().anyMatch(obligation -> obligation.of == of);
    }

    /** What of an asset an account may use although it has not settled. */
    long credited(long accountId, int assetId) {
        long sum = 0;
        for (Map.Entry<Key, Obligation> entry : open.entrySet()) {
            Obligation of = entry.getValue();
            if (entry.getKey().accountId == accountId) {
                sum += of.of.terms.baseAssetId() == assetId ? of.baseCredited : 0;
                sum += of.of.terms.quoteAssetId() == assetId ? of.quoteCredited : 0;
            }
        }
        return sum;
    }

    /** The date of the present business day of a calendar; 0 before the first. */
    int date(int calendarId) {
        return dates.getOrDefault(calendarId, 0);
    }

    /** What settling must move, for the obligations that the events say were settled. */
    void settle(Step step, List<String> lines) {
        step.events().forEach(event -> note(event, lines));
    }

    /** What an event says of settlement, and what must have moved before it. */
    void note(CoreEvent event, List<String> lines) {
        switch (event) {
            case CoreEvent.ObligationSettled e -> {
                Key key = new Key(e.accountId(), e.instrumentId(), e.dueDay());
                Obligation of = open.remove(key);
                if (of == null) {
                    throw new Violation("settlement", "settled twice, or never due: " + e);
                }
                Violation.unless(
                        e.dueDay() <= days.getOrDefault(e.calendarId(), 0L), "settlement", "settled early: " + e);
                settled.merge(e.calendarId(), 1L, Long::sum);
                moves(key, of, lines);
                lines.add(Lines.of(e));
            }
            case CoreEvent.SettlementFailed e -> {
                Key key = new Key(e.accountId(), e.instrumentId(), e.dueDay());
                Obligation of = open.get(key);
                if (of == null) {
                    throw new Violation("settlement", "failed, but not due: " + e);
                }
                of.failedDay = days.getOrDefault(e.calendarId(), 0L);
                failed.merge(e.calendarId(), 1L, Long::sum);
                lines.add(Lines.of(e));
            }
            case CoreEvent.BuyInRecorded e -> lines.add(Lines.of(e));
            case CoreEvent.SettlementCompleted e -> {
                Violation.unless(!hasWork(e.calendarId()), "settlement", "completed too early: " + e);
                lines.add(Lines.of(e));
            }
            default -> {}
        }
    }

    private static void moves(Key key, Obligation of, List<String> lines) {
        int base = of.of.terms.baseAssetId();
        int quote = of.of.terms.quoteAssetId();
        move(key.accountId, "UNSETTLED_OUT", of.clearingAccountId, base, of.baseOut, lines);
        move(key.accountId, "UNSETTLED_OUT", of.clearingAccountId, quote, of.quoteOut, lines);
        move(key.accountId, "UNSETTLED_IN", key.accountId, base, of.baseIn, lines);
        move(key.accountId, "UNSETTLED_IN", key.accountId, quote, of.quoteIn, lines);
    }

    private static void move(long from, String bucket, long to, int assetId, long amount, List<String> lines) {
        if (amount > 0) {
            lines.add(Lines.posted(from, bucket, to, "AVAILABLE", assetId, amount, PostingCode.SETTLEMENT, 0));
        }
    }

    /** What an account is to receive of an asset and was not credited with. */
    long unsettledIn(long accountId, int assetId) {
        long sum = 0;
        for (Map.Entry<Key, Obligation> entry : open.entrySet()) {
            if (entry.getKey().accountId == accountId) {
                Obligation of = entry.getValue();
                sum += of.of.terms.baseAssetId() == assetId ? of.baseIn : 0;
                sum += of.of.terms.quoteAssetId() == assetId ? of.quoteIn : 0;
            }
        }
        return sum;
    }

    /** What an account is to deliver of an asset. */
    long unsettledOut(long accountId, int assetId) {
        long sum = 0;
        for (Map.Entry<Key, Obligation> entry : open.entrySet()) {
            if (entry.getKey().accountId == accountId) {
                Obligation of = entry.getValue();
                sum += of.of.terms.baseAssetId() == assetId ? of.baseOut : 0;
                sum += of.of.terms.quoteAssetId() == assetId ? of.quoteOut : 0;
            }
        }
        return sum;
    }
}
