package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.PostingCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interest as {@code docs/concepts/corporate-actions.md} says it: exact parts of a minor unit, on what each customer had settled
 * when the business day began, all of it copied at that moment. Whom a step looks at is taken from the events.
 */
final class RefInterest {
    private static final BigInteger PARTS = BigInteger.valueOf(26_280_000_000L);
    private static final BigInteger DAYS_TIMES_MILLIONTHS = PARTS;

    /** What an account has accrued, and what of it is due. */
    private static final class Accrued {
        BigInteger parts = BigInteger.ZERO;
        BigInteger dueMinor = BigInteger.ZERO;
    }

    /** The interest of one currency. */
    private static final class Currency {
        CoreCommand.SetInterestTerms terms;
        final Map<Long, Accrued> accounts = new LinkedHashMap<>();
        boolean accruing;
        final Set<Long> paid = new HashSet<>();
        int date;
        int periodEnd;
        long days;
        long lookedAt;
        long withBalance;
        BigInteger balances = BigInteger.ZERO;
        BigInteger credited = BigInteger.ZERO;

        Currency(CoreCommand.SetInterestTerms terms) {
            this.terms = terms;
        }
    }

    private final RefState state;
    private final Map<Integer, Currency> currencies = new LinkedHashMap<>();
    private final Map<Integer, Long> lookedAt = new HashMap<>();

    RefInterest(RefState state) {
        this.state = state;
    }

    CoreCommand.@Nullable SetInterestTerms terms(int assetId) {
        Currency of = currencies.get(assetId);
        return of == null ? null : of.terms;
    }

    /** Whether a currency has a run that is not finished. */
    boolean isAccruing(int assetId) {
        Currency of = currencies.get(assetId);
        return of != null && of.accruing;
    }

    boolean hasWork(int calendarId) {
        return currencies.values().stream().anyMatch(of -> of.accruing && of.terms.calendarId() == calendarId);
    }

    void set(CoreCommand.SetInterestTerms terms, List<String> lines) {
        Currency of = currencies.get(terms.assetId());
        if (of != null && of.terms.equals(terms)) {
            return;
        }
        if (of == null) {
            currencies.put(terms.assetId(), new Currency(terms));
        } else {
            of.terms = terms;
        }
        lines.add(ServicingLines.interestTerms(terms));
    }

    /** Accrues all accounts at once, as they are at this moment. */
    void dayBegan(int calendarId, int previousDate, int date) {
        for (Currency of : currencies.values()) {
            if (of.terms.calendarId() == calendarId && previousDate != 0) {
                begin(of, day(previousDate), day(date));
                of.date = date;
            }
        }
    }

    private void begin(Currency of, LocalDate previous, LocalDate date) {
        of.accruing = true;
        of.paid.clear();
        of.days = ChronoUnit.DAYS.between(previous, date);
        of.lookedAt = state.accounts.size();
        of.withBalance = 0;
        of.balances = BigInteger.ZERO;
        of.credited = BigInteger.ZERO;
        LocalDate end = periodEnd(of.terms, previous, date);
        of.periodEnd = end == null ? 0 : number(end);
        long before = end == null ? 0 : ChronoUnit.DAYS.between(previous, end) + 1;
        state.accounts.forEach((accountId, kind) -> {
            if (kind == AccountKind.CUSTOMER) {
                Accrued accrued = of.accounts.computeIfAbsent(accountId, unused -> new Accrued());
                BigInteger settled = settled(accountId, of.terms.assetId());
                of.balances = of.balances.add(settled);
                of.withBalance += settled.signum();
                BigInteger ofDay = ofOneDay(of.terms, settled);
                accrued.parts = accrued.parts.add(ofDay.multiply(BigInteger.valueOf(before)));
                if (of.periodEnd != 0) {
                    BigInteger[] whole = accrued.parts.divideAndRemainder(PARTS);
                    accrued.dueMinor = accrued.dueMinor.add(whole[0]);
                    accrued.parts = whole[1];
                }
                accrued.parts = accrued.parts.add(ofDay.multiply(BigInteger.valueOf(of.days - before)));
            }
        });
    }

    private BigInteger settled(long accountId, int assetId) {
        long settled = state.ledger.available(accountId, assetId)
                + state.ledger.held(accountId, assetId)
                + state.settlement.unsettledOut(accountId, assetId)
                - state.settlement.credited(accountId, assetId);
        return BigInteger.valueOf(Math.max(0, settled));
    }

    /** Parts of a minor unit: what lies in each band, at its rate for a year, over the days of one. */
    private static BigInteger ofOneDay(CoreCommand.SetInterestTerms terms, BigInteger balance) {
        BigInteger first = terms.band1Minor() == 0 ? null : BigInteger.valueOf(terms.band1Minor());
        BigInteger second = terms.band2Minor() == 0 ? null : BigInteger.valueOf(terms.band2Minor());
        BigInteger yearly = BigInteger.valueOf(terms.ratePpm()).multiply(within(balance, BigInteger.ZERO, first));
        if (first != null) {
            yearly = yearly.add(BigInteger.valueOf(terms.band1Ppm()).multiply(within(balance, first, second)));
        }
        if (second != null) {
            yearly = yearly.add(BigInteger.valueOf(terms.band2Ppm()).multiply(within(balance, second, null)));
        }
        // Millionths of a minor unit for a year; a day's share of it in parts is whole.
        BigInteger[] parts = yearly.multiply(DAYS_TIMES_MILLIONTHS)
                .divideAndRemainder(BigInteger.valueOf(1_000_000L * terms.dayCount()));
        Violation.unless(parts[1].signum() == 0, "interest", "a day's interest is whole parts");
        return parts[0];
    }

    private static BigInteger within(BigInteger balance, BigInteger from, @Nullable BigInteger to) {
        BigInteger upper = to == null ? balance : balance.min(to);
        return upper.subtract(from).max(BigInteger.ZERO);
    }

    /** The last day from one date to before another on which a period ends. */
    private static @Nullable LocalDate periodEnd(CoreCommand.SetInterestTerms terms, LocalDate from, LocalDate before) {
        LocalDate found = null;
        for (LocalDate day = from; day.isBefore(before); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == terms.creditDay() && day.getMonthValue() % terms.creditMonths() == 0) {
                found = day;
            }
        }
        return found;
    }

    /** An account is paid what is due, once. */
    void credited(CoreEvent.InterestCredited event, List<String> lines) {
        Currency of = currencies.get(event.assetId());
        Accrued accrued = of == null ? null : of.accounts.get(event.accountId());
        if (of == null || accrued == null || !of.accruing || !of.paid.add(event.accountId())) {
            throw new Violation("interest", "paid twice, or while no interest accrues: " + event);
        }
        Violation.unless(
                accrued.dueMinor.equals(BigInteger.valueOf(event.amountMinor())) && accrued.dueMinor.signum() > 0,
                "interest",
                "due is " + accrued.dueMinor + ": " + event);
        long amount = accrued.dueMinor.longValueExact();
        accrued.dueMinor = BigInteger.ZERO;
        of.credited = of.credited.add(BigInteger.valueOf(amount));
        lines.add(Lines.posted(
                of.terms.payerAccountId(),
                "AVAILABLE",
                event.accountId(),
                "AVAILABLE",
                event.assetId(),
                amount,
                PostingCode.INTEREST,
                0));
        lines.add(ServicingLines.credited(
                event.accountId(),
                event.assetId(),
                amount,
                accrued.parts.mod(PARTS).longValueExact(),
                of.periodEnd));
    }

    /** All accounts have been looked at: nothing is left due, and the totals are those of the accounts. */
    void finished(CoreEvent.InterestAccrued event, List<String> lines) {
        Currency of = currencies.get(event.assetId());
        if (of == null || !of.accruing) {
            throw new Violation("interest", "finished, but not under way: " + event);
        }
        of.accruing = false;
        lookedAt.merge(of.terms.calendarId(), of.lookedAt, Long::sum);
        BigInteger parts = BigInteger.ZERO;
        for (Map.Entry<Long, Accrued> entry : of.accounts.entrySet()) {
            Accrued accrued = entry.getValue();
            boolean isPayable = accrued.dueMinor.bitLength() < Long.SIZE
                    && state.canSpend(of.terms.payerAccountId(), event.assetId(), accrued.dueMinor.longValueExact());
            Violation.unless(
                    accrued.dueMinor.signum() == 0 || !isPayable,
                    "interest",
                    accrued.dueMinor + " due to account " + entry.getKey() + " were not paid: " + event);
            parts = parts.add(accrued.parts).add(accrued.dueMinor.multiply(PARTS));
        }
        BigInteger[] left = parts.divideAndRemainder(PARTS);
        lines.add(ServicingLines.accrued(
                event.assetId(),
                of.terms.calendarId() + " " + of.date + " days " + of.days,
                of.withBalance + " accounts with " + of.balances,
                left[0] + " and " + left[1] + " parts",
                of.credited.toString()));
    }

    /** Accounts that finished runs of a calendar have looked at since this was asked for. */
    long takeLookedAt(int calendarId) {
        Long taken = lookedAt.remove(calendarId);
        return taken == null ? 0 : taken;
    }

    static LocalDate day(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
