package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.engine.EngineView;
import io.pharos.core.fixture.FeeSchedules;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of fee schedules: what orders cost by component, computed by hand, and what becomes of the reserve. */
class FeeScheduleSpecificationTest {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final long seed = Seeded.seed("FeeScheduleSpecificationTest", 20_230_828);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                              | orders                                          | commission | duty | transfer | A cash  | A held | B cash
        an order that never traded pays nothing           | A buys 100@100                                  | 0          | 0    | 0        | 989500  | 10500  | 1000000
        the minimum is paid by each side                  | A buys 100@100, B sells 100@100                 | 1000       | 5    | 0        | 989500  | 0      | 1009495
        once for an order, not for each fill              | A buys 100@100, B sells 40@100, B sells 60@100  | 1500       | 5    | 0        | 989500  | 0      | 1008995
        above the minimum the rate counts                 | A buys 5000@150, B sells 5000@150               | 1000       | 375  | 16       | 249492  | 0      | 1749117
        a sale that brings less pays what it brings       | A buys 3@100, B sells 3@100                     | 800        | 0    | 0        | 999200  | 0      | 1000000
        what the sale did not bring waits for the next fill | B sells 100@100, A buys 3@100, A buys 97@100  | 1500       | 5    | 0        | 989000  | 0      | 1009495
        a cancelled order keeps the minimum that it paid  | A buys 100@100, B sells 40@100, A cancels #1    | 1000       | 2    | 0        | 995500  | 0      | 1003498
        """)
    void charges(
            String rule, String orders, long commission, long duty, long transfer, long cash, long held, long cashOfB) {
        TestMarket market = market(FeeSchedules.aShare(1));
        long issuedMinor = market.engine().view().availableMinor(TestMarket.ISSUANCE, TestMarket.CNY);

        market.runAll(orders);

        EngineView view = market.engine().view();
        assertThat(view.availableMinor(TestMarket.FEES, TestMarket.CNY))
                .as(rule)
                .isEqualTo(commission);
        assertThat(view.availableMinor(TestMarket.TAX, TestMarket.CNY)).isEqualTo(duty);
        assertThat(view.availableMinor(TestMarket.ISSUANCE, TestMarket.CNY) - issuedMinor)
                .isEqualTo(transfer);
        assertThat(view.availableMinor(TestMarket.customer("A"), TestMarket.CNY))
                .isEqualTo(cash);
        assertThat(view.heldMinor(TestMarket.customer("A"), TestMarket.CNY)).isEqualTo(held);
        assertThat(view.availableMinor(TestMarket.customer("B"), TestMarket.CNY))
                .isEqualTo(cashOfB);
        market.engine().audit();
    }

    @ParameterizedTest(name = "{0} of 25 x 100000 ppm")
    @CsvSource({"DOWN, 2", "UP, 3", "HALF_UP, 3", "HALF_EVEN, 2"})
    void roundsAsNamed(Rounding rounding, long commissionMinor) {
        SetFeeSchedule set = FeeSchedules.aShare(1);
        set.commissionMinimumMinor = 0;
        set.makerPpm = 100_000;
        set.takerPpm = 0;
        set.stampDutyPpm = 0;
        set.transferFeePpm = 0;
        set.commissionRounding = rounding;
        TestMarket market = market(set);

        market.runAll("A buys 25@1, B sells 25@1");

        assertThat(market.engine().view().availableMinor(TestMarket.FEES, TestMarket.CNY))
                .isEqualTo(commissionMinor);
    }

    @Test
    void chargesByTheTurnoverOfTheThirtyDaysBeforeToday() {
        TestMarket market = market(FeeSchedules.tiered(1));
        long day = 20_000 * DAY_NANOS;
        market.engine().advanceTo(day);
        assertThat(commissionOf(market, "A sells 100@100, B buys 100@100")).isEqualTo(20 + 30);
        assertThat(commissionOf(market, "A sells 100@100, B buys 100@100"))
                .as("what is traded today counts from tomorrow")
                .isEqualTo(20 + 30);

        market.engine().advanceTo(day + DAY_NANOS);
        assertThat(commissionOf(market, "A sells 400@100, B buys 400@100"))
                .as("20000 reach tier 1")
                .isEqualTo(40 + 80);

        market.engine().advanceTo(day + 2 * DAY_NANOS);
        assertThat(commissionOf(market, "A sells 100@100, C buys 100@100"))
                .as("60000 reach tier 2, and C has not traded")
                .isEqualTo(5 + 30);

        market.engine().advanceTo(day + 31 * DAY_NANOS);
        assertThat(commissionOf(market, "A sells 100@100, B buys 100@100"))
                .as("the first day is out of the thirty: A has 50000, tier 2, and B 40000, tier 1")
                .isEqualTo(5 + 20);

        market.engine().advanceTo(day + 200 * DAY_NANOS);
        assertThat(commissionOf(market, "A sells 100@100, B buys 100@100")).isEqualTo(20 + 30);
        market.engine().audit();
    }

    @Test
    void bringsAVersionIntoForceOnItsDayAndLeavesOpenOrdersTheirs() {
        SetFeeSchedule before = FeeSchedules.aShare(1);
        before.stampDutyPpm = 1_000;
        TestMarket market = market(before);
        day(market, 20230825);
        SetFeeSchedule halved = FeeSchedules.aShare(1);
        halved.calendarId = 7;
        halved.effectiveDate = 20230828;
        market.engine().apply(market.identify(halved));
        market.runAll("B sells 100@100");

        day(market, 20230828);
        market.runAll("A buys 100@100, B sells 100@100, A buys 100@100");

        assertThat(market.engine().view().availableMinor(TestMarket.TAX, TestMarket.CNY))
                .as("10 for the order that came on Friday, 5 for the one of Monday")
                .isEqualTo(15);
    }

    @Test
    void chargesTheFeesOfTheRegistrationAgainWhereNoScheduleIsAssigned() {
        TestMarket market = market(FeeSchedules.aShare(1));
        assign(market, 0);

        market.runAll("A buys 100@100, B sells 100@100");

        assertThat(market.engine().view().availableMinor(TestMarket.FEES, TestMarket.CNY))
                .isZero();
    }

    @Test
    void acceptsTheSameVersionAgainWithoutAnEvent() {
        TestMarket market = market(FeeSchedules.aShare(1));
        market.events().clear();

        assertThat(market.engine().apply(market.identify(FeeSchedules.aShare(1))).outcome)
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(market.events().terse()).isEmpty();
    }

    @Test
    void refusesTiersThatDoNotRiseOrBecomeDearer() {
        TestMarket market = new TestMarket();
        SetFeeSchedule falls = FeeSchedules.tiered(1);
        falls.tier2TurnoverMinor = falls.tier1TurnoverMinor;
        SetFeeSchedule dearer = FeeSchedules.tiered(1);
        dearer.tier2TakerPpm = dearer.tier1TakerPpm + 1;
        SetFeeSchedule hole = FeeSchedules.tiered(1);
        hole.tier1TurnoverMinor = 0;
        for (SetFeeSchedule set : new SetFeeSchedule[] {falls, dearer, hole}) {
            assertThat(market.engine().apply(market.identify(set)).outcome).isEqualTo(Outcome.FEE_SCHEDULE_INVALID);
        }
    }

    /** Against decimals: the sum of the fills of an order, times the rate, rounded once, and at least the minimum. */
    @Test
    void equalsTheSlowArithmeticForRandomFills() {
        Seeded random = new Seeded(seed);
        for (int i = 0; i < 300; i++) {
            SetFeeSchedule set = FeeSchedules.aShare(1);
            set.makerPpm = random.below(20_000);
            set.takerPpm = random.below(20_000);
            set.stampDutyPpm = random.below(2_000);
            set.transferFeePpm = random.below(2_000);
            set.commissionMinimumMinor = random.percent(50) ? 0 : random.below(60);
            set.commissionRounding = Rounding.ofCode(1 + random.below(4));
            set.stampDutyRounding = Rounding.ofCode(1 + random.below(4));
            set.transferFeeRounding = Rounding.ofCode(1 + random.below(4));
            TestMarket market = market(set);
            long heldBefore = market.engine().view().heldMinor(TestMarket.customer("A"), TestMarket.CNY);
            long price = 50L + random.below(60);
            market.runAll("A buys 600@" + price);
            long filled = 0;
            while (filled < 600) {
                long lots = Math.min(600 - filled, 1L + random.below(200));
                market.runAll("B sells " + lots + "@" + price);
                filled += lots;
                market.engine().audit();
            }

            BigDecimal notional = BigDecimal.valueOf(600 * price);
            long expected = share(notional, set.makerPpm, set.commissionRounding)
                    .max(BigDecimal.valueOf(set.commissionMinimumMinor))
                    .add(share(notional, set.transferFeePpm, set.transferFeeRounding))
                    .longValueExact();
            assertThat(TestMarket.CASH_MINOR
                            - 600 * price
                            - market.engine().view().availableMinor(TestMarket.customer("A"), TestMarket.CNY))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(expected);
            assertThat(market.engine().view().heldMinor(TestMarket.customer("A"), TestMarket.CNY))
                    .isEqualTo(heldBefore);
        }
    }

    private static BigDecimal share(BigDecimal notional, int ppm, Rounding rounding) {
        return notional.multiply(BigDecimal.valueOf(ppm, 6)).setScale(0, RoundingMode.valueOf(rounding.name()));
    }

    private static long commissionOf(TestMarket market, String orders) {
        EngineView view = market.engine().view();
        long before = view.availableMinor(TestMarket.FEES, TestMarket.CNY);
        market.runAll(orders);
        return view.availableMinor(TestMarket.FEES, TestMarket.CNY) - before;
    }

    private static TestMarket market(SetFeeSchedule set) {
        TestMarket market = new TestMarket();
        assertThat(market.engine().apply(market.identify(set)).outcome).isEqualTo(Outcome.ACCEPTED);
        assign(market, set.scheduleId);
        return market;
    }

    private static void assign(TestMarket market, int scheduleId) {
        AssignFeeSchedule assign = market.identify(new AssignFeeSchedule());
        assign.instrumentId = TestMarket.INSTRUMENT;
        assign.scheduleId = scheduleId;
        assertThat(market.engine().apply(assign).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    private static void day(TestMarket market, int date) {
        BeginBusinessDay day = market.identify(new BeginBusinessDay());
        day.calendarId = 7;
        day.date = date;
        market.engine().apply(day);
    }
}
