package io.pharos.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.Hold;
import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.command.Transfer;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.EngineView;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.EventText;
import io.pharos.core.fixture.MarginMarket;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.MarginStatus;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random borrowing, trading, price moves, payments, days and close-outs, against a slow reading of the rules: what the
 * lending account is below zero is what the accounts owe, ratios and free margin are what fractions say, interest is the sum
 * of exact days.
 */
class MarginSimulationTest {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final int STEPS = 1_500;

    private final long seed = Seeded.seed("MarginSimulationTest", 20_261_122);

    @Test
    void agreesWithASlowReadingOfTheRules() {
        int closeOuts = 0;
        int shortfalls = 0;
        for (int i = 0; i < 8; i++) {
            Run run = new Run(seed + i);
            for (int step = 0; step < STEPS; step++) {
                run.step();
                run.check();
            }
            run.checkInterest();
            closeOuts += run.count("CLOSING BELOW_CLOSING") + run.count("CLOSING DEADLINE_PASSED");
            shortfalls += run.count("SHORTFALL NOTHING_LEFT");
        }
        assertThat(closeOuts).as("close-outs met").isGreaterThan(10);
        assertThat(shortfalls).as("shortfalls met").isPositive();
    }

    @Test
    void goesTheSameWayFromAnySnapshot() {
        for (int i = 0; i < 6; i++) {
            List<String> words = new ArrayList<>();
            Run run = new Run(seed + 100 + i);
            for (int step = 0; step < 500; step++) {
                run.step();
            }
            EventText restoredEvents = new EventText();
            Engine restored = SnapshotFixture.load(
                    SnapshotFixture.save(run.market.engine()), EngineSettings.defaults(), restoredEvents);
            assertThat(restored.digest()).isEqualTo(run.market.engine().digest());
            assertThat(restored.nextDeadlineNanos())
                    .isEqualTo(run.market.engine().nextDeadlineNanos());

            run.market.clear();
            long timeNanos = run.market.engine().timeNanos();
            for (int step = 0; step < 200; step++) {
                timeNanos += 300_000_000L;
                run.market.engine().advanceTo(timeNanos);
                restored.advanceTo(timeNanos);
                words.add(String.valueOf(restored.digest()));
                assertThat(restored.digest()).isEqualTo(run.market.engine().digest());
            }
            assertThat(restoredEvents.full())
                    .isEqualTo(run.market.settled().market().events().full());
            restored.audit();
            assertThat(words).hasSize(200);
        }
    }

    /** One seed's market, and what the slow reading remembers of it. */
    private static final class Run {
        private static final List<String> BORROWERS = List.of("A", "B");
        private static final long SCALE = 26_280_000_000L;

        final MarginMarket market = new MarginMarket();
        private final Seeded random;
        private final Map<String, BigInteger> accruedParts = new HashMap<>();
        private final Map<String, Integer> rates = new HashMap<>();
        private int closingPpm = 1_300_000;
        private int conversionPpm = 700_000;
        private int initialPpm = 1_000_000;
        private long price = 100;
        private int day = 1;

        Run(long seed) {
            random = new Seeded(seed);
            for (String letter : BORROWERS) {
                market.borrower(letter);
                rates.put(letter, 83_500);
            }
            for (long supplier = TestMarket.customer("D"); supplier <= TestMarket.customer("E"); supplier++) {
                issue(supplier, TestMarket.SHR, 10_000_000);
                issue(supplier, TestMarket.CNY, 10_000_000_000L);
            }
            market.clear();
        }

        private void issue(long accountId, int assetId, long amountMinor) {
            Transfer issue = Actions.pay(TestMarket.ISSUANCE, assetId, amountMinor);
            issue.creditAccountId = accountId;
            market.apply(issue);
        }

        void step() {
            String letter = BORROWERS.get(random.below(2));
            int dice = random.below(100);
            if (dice < 40) {
                trade(letter);
            } else if (dice < 58) {
                boolean crashes = random.percent(12);
                price = crashes ? price * 3 / 4 : price + random.below(25) - 11;
                price = Math.max(20, Math.min(200, price));
                quote();
            } else if (dice < 76) {
                for (int i = 1 + random.below(4); i > 0; i--) {
                    market.step();
                }
            } else if (dice < 82) {
                money(letter);
            } else if (dice < 86) {
                endDay();
            } else if (dice < 90) {
                settings(letter);
            } else if (dice < 94) {
                market.settled().run(letter + " cancels all");
            } else if (dice < 97) {
                market.runAll(random.percent(50) ? "halt" : "open");
            } else {
                market.runAll("open, D cancels all, E cancels all");
                market.second();
            }
        }

        private void trade(String letter) {
            long lots = 1L + random.below(20_000);
            String side = random.percent(70) ? "buys" : "sells";
            String how = random.percent(20) ? "@market" : "@" + (price + random.below(5) - 2);
            if (random.percent(60)) {
                String other = random.percent(50) ? "D" : "E";
                market.settled().run(other + (side.equals("buys") ? " sells " : " buys ") + lots + "@" + price);
            }
            market.settled().run(letter + " " + side + " " + lots + how);
        }

        private void quote() {
            market.settled().run("D cancels all");
            market.settled().run("E cancels all");
            market.runAll("D sells 1@" + price + ", E buys 1@" + price);
            if (random.percent(70)) {
                market.settled()
                        .run("E buys " + (1 + random.below(4_000)) + "@" + Math.max(1, price - random.below(6)));
            }
        }

        private void money(String letter) {
            long amount = 1L + random.below(300_000);
            switch (random.below(5)) {
                case 0 -> market.deposit(letter, amount);
                case 1 -> market.apply(MarginMarket.repayment(letter, amount));
                case 2 -> market.settled().run(letter + " withdraws " + amount);
                case 3 -> market.settled().run(letter + " withdraws " + (1 + random.below(5_000)) + " shares");
                default -> {
                    Hold hold = new Hold();
                    hold.accountId = TestMarket.customer(letter);
                    hold.assetId = TestMarket.CNY;
                    hold.amountMinor = amount / 10 + 1;
                    hold.deadlineNanos = market.engine().timeNanos() + 2_000_000_000L;
                    hold.code = PostingCode.WITHDRAWAL;
                    market.apply(hold);
                }
            }
        }

        private void endDay() {
            int days = 1 + random.below(3);
            if (day + days > 28) {
                return;
            }
            for (String letter : BORROWERS) {
                BigInteger parts = BigInteger.valueOf(market.of(letter).debtMinor())
                        .multiply(BigInteger.valueOf(rates.getOrDefault(letter, 0)))
                        .multiply(BigInteger.valueOf(26_280 / 360))
                        .multiply(BigInteger.valueOf(days));
                accruedParts.merge(letter, parts, BigInteger::add);
            }
            day += days;
            market.endOfDay(day);
        }

        private void settings(String letter) {
            if (random.percent(40)) {
                SetMarginProgram program = MarginMarket.program();
                program.closingPpm = 1_200_000 + random.below(200_000);
                assertThat(market.apply(program).outcome).isEqualTo(Outcome.ACCEPTED);
                closingPpm = program.closingPpm;
            } else if (random.percent(50)) {
                SetMarginTerms terms = MarginMarket.terms();
                terms.conversionPpm = 600_000 + random.below(300_000);
                terms.initialPpm = 500_000 + random.below(700_000);
                market.apply(terms);
                conversionPpm = terms.conversionPpm;
                initialPpm = terms.initialPpm;
            } else {
                SetMarginAgreement agreement = MarginMarket.agreement(letter, 100_000L + random.below(5_000_000));
                agreement.ratePpm = random.below(300_000);
                market.apply(agreement);
                rates.put(letter, agreement.ratePpm);
            }
        }

        /** Reads balances and compares. */
        void check() {
            market.engine().audit();
            long lent = 0;
            for (String letter : BORROWERS) {
                MarginReading of = market.of(letter);
                lent += of.debtMinor() + of.reservedMinor();
                check(letter, of);
            }
            assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-lent);
        }

        private void check(String letter, MarginReading of) {
            EngineView view = market.engine().view();
            long account = TestMarket.customer(letter);
            long cash = view.availableMinor(account, TestMarket.CNY) + orders(account) - of.reservedMinor();
            long shares = view.availableMinor(account, TestMarket.SHR) + view.heldMinor(account, TestMarket.SHR);
            long value = shares * last();
            long debt = of.debtMinor();
            assertThat(of.assetsMinor()).isEqualTo(cash + value);
            BigInteger owed = BigInteger.valueOf(debt + of.interestMinor());
            BigInteger ratio = owed.signum() == 0
                    ? BigInteger.ZERO
                    : BigInteger.valueOf(cash + value).multiply(MILLION).divide(owed);
            assertThat(of.ratioPpm()).isEqualTo(ratio.longValueExact());
            long free = cash
                    + (value >= debt ? (value - debt) * conversionPpm / 1_000_000 : value - debt)
                    - Math.ceilDiv((debt + of.reservedMinor()) * initialPpm, 1_000_000L)
                    - of.interestMinor();
            assertThat(of.excessMinor()).isEqualTo(free);
            assertThat(of.reservedMinor()).isLessThanOrEqualTo(orders(account));
        }

        /** What open orders hold of cash, from the orders themselves. */
        private long orders(long account) {
            long[] sum = new long[1];
            market.engine()
                    .view()
                    .trading()
                    .forEachOrderOfAccount(
                            account,
                            (orderId, accountId, instrumentId, side, priceTicks, lots, filled, hold) ->
                                    sum[0] += side == Side.BUY ? hold : 0);
            return sum[0];
        }

        private long last() {
            return market.settled().market().events().full().stream()
                    .filter(line -> line.startsWith("Traded["))
                    .reduce((a, b) -> b)
                    .map(line -> Long.parseLong(line.replaceAll(".*\\bpriceTicks=(\\d+).*", "$1")))
                    .orElse(0L);
        }

        /** Interest paid and owed, to the last part of a unit, is that of each day's debt. */
        void checkInterest() {
            BigInteger paid = BigInteger.valueOf(market.cash(MarginMarket.INCOME));
            BigInteger counted = paid.multiply(BigInteger.valueOf(SCALE));
            for (String letter : BORROWERS) {
                MarginReading of = market.of(letter);
                counted = counted.add(BigInteger.valueOf(of.interestMinor()).multiply(BigInteger.valueOf(SCALE)))
                        .add(BigInteger.valueOf(of.interestParts()));
                assertThat(of.status()).isNotEqualTo(MarginStatus.NONE);
            }
            BigInteger exact = accruedParts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(counted).isEqualTo(exact);
            assertThat(closingPpm).isPositive();
        }

        int count(String words) {
            return (int)
                    market.terse().stream().filter(line -> line.contains(words)).count();
        }
    }
}
