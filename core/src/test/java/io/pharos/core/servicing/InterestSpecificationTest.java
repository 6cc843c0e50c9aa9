package io.pharos.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Command;
import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule book of interest on cash, with amounts computed by hand. */
class InterestSpecificationTest {
    private static final long A = TestMarket.customer("A");

    private final long seed = Seeded.seed("InterestSpecificationTest", 20_260_320);
    private final SettledMarket settled = new SettledMarket(terms -> {});

    /**
     * 10,000.00 yuan at 0.35 % by 360 days bear 9.7222… fen a day. From 16 March, a Monday, to the 20th are 5 days: 48.6 fen,
     * of which 48 are paid on Monday the 23rd; the weekend's 2 days and the rest are carried on.
     */
    @Test
    void paysOnTheFirstBusinessDayAfterThePeriodAndCarriesTheRest() {
        day(20260316);
        run(Actions.interest());
        for (int date = 20260317; date <= 20260320; date++) {
            endOfDay(date);
        }
        assertThat(cash()).isEqualTo(1_000_000);

        endOfDay(20260323);

        assertThat(cash()).isEqualTo(1_000_048);
        assertThat(String.join("; ", settled.market().events().terse()))
                .contains("1000 interest 48", "accrued 3 days of 1 on 5000000");
    }

    @Test
    void countsTheDaysOfAWeekend() {
        day(20260313);
        run(Actions.interest());
        settled.market().events().clear();
        endOfDay(20260316);

        assertThat(settled.market().events().terse()).contains("accrued 3 days of 1 on 5000000");
    }

    @Test
    void bearsInterestOnWhatHasSettled() {
        settled.runAll("rules T+1 usable");
        day(20260316);
        run(Actions.interest());
        settled.runAll("A sells 100@100, B buys 100@100");
        settled.market().events().clear();

        endOfDay(20260317);

        assertThat(settled.market().events().terse())
                .as("B still has what it owes, A has not yet what it may use")
                .contains("accrued 1 days of 1 on 5000000");
    }

    @Test
    void accruesWhatAnAccountHadWhenTheDayBeganThoughItMovedSince() {
        day(20260316);
        run(Actions.interest());
        settled.market().events().clear();
        run(Actions.endOfDay(20260317, 1));
        run(Actions.pay(TestMarket.customer("E"), TestMarket.CNY, 900_000));
        endOfDay(20260317);

        assertThat(settled.market().events().terse()).contains("accrued 1 days of 1 on 5000000");
    }

    @Test
    void appliesEachRateToItsPartOfTheBalance() {
        day(20260302);
        SetInterestTerms terms = Actions.interest();
        terms.creditMonths = 1;
        terms.creditDay = 2;
        terms.dayCount = 365;
        terms.ratePpm = 36_500;
        terms.band1Minor = 400_000;
        terms.band1Ppm = 73_000;
        terms.band2Minor = 900_000;
        terms.band2Ppm = 0;
        run(terms);

        endOfDay(20260303);

        assertThat(cash()).as("400000 x 0.01 % and 500000 x 0.02 %").isEqualTo(1_000_000 + 40 + 100);
    }

    @Test
    void refusesARateBelowZero() {
        day(20260316);
        SetInterestTerms terms = Actions.interest();
        terms.ratePpm = -1;
        assertThat(run(terms)).isEqualTo(Outcome.INTEREST_TERMS_INVALID);
    }

    /** Against fractions that are never rounded: what was paid is the whole part of all that was ever accrued. */
    @Test
    void losesNothingOverManyDays() {
        Seeded random = new Seeded(seed);
        day(20260301);
        SetInterestTerms terms = Actions.interest();
        terms.creditMonths = 1;
        run(terms);
        Map<Long, BigInteger> exact = new HashMap<>();
        int date = 20260301;
        for (int i = 0; i < 200; i++) {
            int previous = date;
            int step = 1 + random.below(3);
            for (int d = 0; d < step; d++) {
                date = date % 100 == 28 ? date - 27 + (date / 100 % 100 == 12 ? 8_900 : 100) : date + 1;
            }
            if (random.percent(30)) {
                terms = Actions.interest();
                terms.creditMonths = 1;
                terms.ratePpm = random.below(100_000);
                terms.dayCount = random.percent(50) ? 360 : 365;
                assertThat(run(terms)).isEqualTo(Outcome.ACCEPTED);
            }
            long payer = TestMarket.customer(String.valueOf((char) ('A' + random.below(5))));
            run(Actions.pay(payer, TestMarket.CNY, 1L + random.below(3_000)));
            BigInteger perDay = BigInteger.valueOf(terms.ratePpm).multiply(BigInteger.valueOf(26_280 / terms.dayCount));
            int days = daysBetween(previous, date);
            for (long account = A; account < A + 5; account++) {
                BigInteger balance =
                        BigInteger.valueOf(settled.engine().view().availableMinor(account, TestMarket.CNY));
                exact.merge(account, balance.multiply(perDay).multiply(BigInteger.valueOf(days)), BigInteger::add);
            }
            endOfDay(date);
        }
        BigDecimal total = new BigDecimal(exact.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
        BigDecimal scale = new BigDecimal("26280000000");
        String last = settled.market().events().full().stream()
                .filter(line -> line.contains("accruedParts"))
                .reduce((a, b) -> b)
                .orElseThrow();
        long paid = -settled.engine().view().availableMinor(TestMarket.FEES, TestMarket.CNY);
        BigDecimal counted = scale.multiply(BigDecimal.valueOf(paid + number(last, "accruedMinor")))
                .add(BigDecimal.valueOf(number(last, "accruedParts")));
        assertThat(counted).as("seed %d", seed).isEqualByComparingTo(total);
    }

    private static int daysBetween(int from, int to) {
        return (int) java.time.temporal.ChronoUnit.DAYS.between(date(from), date(to));
    }

    private static java.time.LocalDate date(int number) {
        return java.time.LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    private static long number(String line, String field) {
        return Long.parseLong(line.replaceAll(".*\\b" + field + "=(-?\\d+).*", "$1"));
    }

    private void day(int date) {
        BeginBusinessDay day = new BeginBusinessDay();
        day.calendarId = Actions.CALENDAR;
        day.date = date;
        assertThat(run(day)).isEqualTo(Outcome.ACCEPTED);
    }

    private void endOfDay(int date) {
        assertThat(run(Actions.endOfDay(date, 1_000))).isEqualTo(Outcome.ACCEPTED);
        settled.engine().audit();
    }

    private Outcome run(Command command) {
        return Dispatch.apply(settled.engine(), settled.market().identify(command)).outcome;
    }

    private long cash() {
        return settled.engine().view().availableMinor(A, TestMarket.CNY);
    }
}
