package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.Command;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.engine.EngineView;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.FeeSchedules;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.fixture.VenueCommands;
import io.pharos.core.fixture.VenueMarket;
import io.pharos.protocol.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What fills at a venue are charged under a fee schedule, by hand: commission 250 ppm, at least 500 for each order, stamp
 * duty 500 ppm on sales, transfer fee 10 ppm. A begins with 1,000,000 of cash and 10,000 shares. Fees are those of
 * commission and transfer.
 */
class VenueFeeSpecificationTest {
    private static final long A = TestMarket.customer("A");

    private final VenueMarket market = new VenueMarket(terms -> {});
    private final EngineView view = market.engine().view();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                              | given                                                     | when                    | cash of A     | fees | duty
        an order holds the minimum                        |                                                           | A buys 40@10000         | 599496+400504 | 0    | 0
        the minimum is charged with the first fill        | A buys 40@10000                                           | fills #1 10@10000 x7    | 599496+300003 | 501  | 0
        and covers the next                               | A buys 40@10000, fills #1 10@10000 x7                     | fills #1 30@10000 x8    | 599496        | 504  | 0
        a sale pays stamp duty of its proceeds            | A sells 40@10000                                          | fills #1 40@10000 sell  | 1399296       | 504  | 200
        and never more than they are                      | A sells 4@100                                             | fills #1 4@100 sell     | 1000000       | 400  | 0
        busted, the other fill bears the minimum          | A buys 40@10000, fills #1 10@10000 x7, fills #1 30@10000 x8 | busts x7              | 699497        | 503  | 0
        with the last one it goes back                    | A buys 40@10000, fills #1 10@10000 x7, fills #1 30@10000 x8, busts x7 | busts x8    | 1000000       | 0    | 0
        in whatever order                                 | A buys 40@10000, fills #1 10@10000 x7, fills #1 30@10000 x8, busts x8 | busts x7    | 1000000       | 0    | 0
        an open order holds it again                      | A buys 40@10000, fills #1 10@10000 x7                     | busts x7                | 699497+300503 | 0    | 0
        and is charged it again                           | A buys 40@10000, fills #1 10@10000 x7, busts x7           | fills #1 30@10000       | 699497        | 503  | 0
        a corrected price is charged by what stands       | A sells 40@10000, fills #1 40@10000 sell x7               | corrects x7 to 40@20000 | 1799092       | 508  | 400
        less by what is left                              | A sells 40@10000, fills #1 40@20000 sell x7               | corrects x7 to 20@10000 | 1199398       | 502  | 100
        """)
    void charges(String rule, String given, String when, String cash, long fees, long duty) {
        assign(schedule());
        market.runAll(given == null ? "" : given);
        market.run(when);

        assertThat(market.balance(A, TestMarket.CNY)).as(rule).isEqualTo(cash);
        assertThat(view.availableMinor(TestMarket.FEES, TestMarket.CNY))
                .as(rule)
                .isEqualTo(fees);
        assertThat(view.availableMinor(TestMarket.TAX, TestMarket.CNY)).as(rule).isEqualTo(duty);
        market.engine().audit();
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
    }

    /**
     * 10 %, at least 5,000. After 1@1000 the other 9@10000 hold 90,000 + 9,100 - 5,000 + 1; after its correction to 10,000
     * they need 90,000 + 10,000 - 5,000 + 1. A has nothing left for the 9,000 of the correction, nor for these 900.
     */
    @Test
    void lendsWhatAnOpenOrderHasToHoldMoreAfterACorrection() {
        SetFeeSchedule dear = schedule();
        dear.takerPpm = 100_000;
        dear.makerPpm = 100_000;
        dear.commissionMinimumMinor = 5_000;
        assign(dear);
        market.runAll("A buys 10@10000, fills #1 1@1000 x7, A withdraws 899899");
        assertThat(market.balance(A, TestMarket.CNY)).isEqualTo("0+94101");
        market.market().events().clear();
        market.run("corrects x7 to 1@10000");

        assertThat(String.join("; ", market.market().events().terse()))
                .isEqualTo(
                        "1000 owes 9000 of 1; 1000 owes 9900 of 1; corrected 1 to 1@10000; #1 WORKING; break 1 SHORTFALL");
        assertThat(market.balance(A, TestMarket.CNY)).isEqualTo("0+95001");
        assertThat(market.balance(VenueCommands.ERROR, TestMarket.CNY)).isEqualTo("-9900");
        market.engine().audit();
    }

    @Test
    void countsFillsOfVenuesAsTurnover() {
        SetFeeSchedule tiered = FeeSchedules.tiered(1);
        assign(tiered);
        market.runAll("A buys 20@1000, fills #1 20@1000");
        assertThat(view.availableMinor(TestMarket.FEES, TestMarket.CNY))
                .as("3,000 ppm")
                .isEqualTo(60);
        market.engine()
                .advanceTo(market.engine().timeNanos() + Duration.ofDays(1).toNanos());
        market.runAll("A buys 20@1000, fills #2 20@1000");
        assertThat(view.availableMinor(TestMarket.FEES, TestMarket.CNY))
                .as("2,000 ppm from a turnover of 10,000 on")
                .isEqualTo(60 + 40);
    }

    private static SetFeeSchedule schedule() {
        SetFeeSchedule schedule = FeeSchedules.aShare(1);
        schedule.transferFeeAccountId = TestMarket.FEES;
        return schedule;
    }

    private void assign(SetFeeSchedule schedule) {
        apply(schedule);
        AssignFeeSchedule assign = new AssignFeeSchedule();
        assign.instrumentId = TestMarket.INSTRUMENT;
        assign.scheduleId = schedule.scheduleId;
        apply(assign);
    }

    private void apply(Command command) {
        assertThat(Dispatch.apply(market.engine(), market.market().identify(command)).outcome)
                .isEqualTo(Outcome.ACCEPTED);
    }
}
