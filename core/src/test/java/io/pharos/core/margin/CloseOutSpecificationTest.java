package io.pharos.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.engine.Engine;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.MarginMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.MarginStatus;
import io.pharos.protocol.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rule book of margin calls and close-outs. A owes 1,000,000 for 20,000 shares at 100. */
class CloseOutSpecificationTest {
    private final MarginMarket market = new MarginMarket();

    @BeforeEach
    void borrow() {
        market.borrower("A");
        market.runAll("B sells 10000@100, C sells 10000@100, A buys 20000@100");
        market.second();
        market.clear();
    }

    @Test
    void callsBelowTheWarningLineAndTellsWhatIsMissing() {
        market.price(75);
        market.second();
        assertThat(market.account("A")).isEqualTo("NORMAL 150 % owes 1000000 free -650000");

        market.price(74);
        market.second();
        assertThat(market.terse()).contains("1000 CALLED BELOW_WARNING needs 20000");
        assertThat(market.settled().run("A buys 1@1").outcome).isEqualTo(Outcome.MARGIN_CALL_OPEN);

        market.deposit("A", 20_000);
        market.clear();
        market.second();
        assertThat(market.terse()).contains("1000 NORMAL RESTORED");
    }

    @Test
    void cancelsThePurchasesOfAnAccountThatIsCalled() {
        market.deposit("A", 100);
        market.runAll("A buys 1@50, A sells 1@120");
        market.price(74);
        market.second();

        assertThat(market.of("A").status()).isEqualTo(MarginStatus.CALLED);
        assertThat(market.settled().market().book()).isEqualTo("| 1@120#5");
    }

    @Test
    void closesOutWhenTheDaysOfACallHavePassed() {
        market.price(74);
        market.second();
        market.endOfDay(2);
        market.endOfDay(3);
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.CALLED);

        market.endOfDay(4);
        market.runAll("D buys 5000@74");
        market.clear();
        market.second();
        assertThat(market.terse()).contains("1000 CLOSING DEADLINE_PASSED needs 21043", "1000 NORMAL RESTORED");
        assertThat(market.of("A").ratioPpm()).isGreaterThanOrEqualTo(1_500_000);
    }

    @Test
    void sellsTheFewestThatRestoreTheLine() {
        market.runAll("D buys 9000@64");
        market.price(64);
        market.clear();
        market.second();

        assertThat(market.terse())
                .as("1,280,000 - 1,000,000 is 280,000, half of 560,000: 440,000 are to be paid, 6,875 shares")
                .contains(
                        "1000 CLOSING BELOW_CLOSING needs 220000",
                        "1000 forced to sell 6875 of 6875>=61",
                        "1000 NORMAL RESTORED");
        assertThat(market.account("A")).startsWith("NORMAL 150 % owes 560000");
        assertThat(market.shares("A")).isEqualTo(13_125);
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-560_000);
    }

    @Test
    void cancelsOrdersAndPaysCashBeforeItSells() {
        market.runAll("A sells 20000@120, C buys 9000@62");
        market.deposit("A", 40_000);
        market.price(62);
        market.clear();
        market.second();

        assertThat(market.terse())
                .as("1,240,000 and 960,000 after the payment: 400,000 are to be sold")
                .contains("1000 forced to sell 6452 of 6452>=59");
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.NORMAL);
    }

    @Test
    void sellsNoLowerThanItsProtectionAndWaitsForABuyer() {
        market.runAll("D buys 9000@59");
        market.price(64);
        market.clear();
        market.second();
        assertThat(market.terse()).contains("1000 CLOSING NOTHING_SELLABLE needs 220000");
        assertThat(market.shares("A")).isEqualTo(20_000);

        market.clear();
        market.second();
        assertThat(market.terse()).as("it is said once").doesNotContain("1000 CLOSING NOTHING_SELLABLE needs 220000");

        market.runAll("E buys 9000@61");
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.NORMAL);
    }

    @Test
    void waitsWhileTheInstrumentDoesNotTrade() {
        market.runAll("D buys 9000@64");
        market.price(64);
        market.runAll("halt");
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.CLOSING);
        assertThat(market.shares("A")).isEqualTo(20_000);

        market.runAll("open");
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.NORMAL);
    }

    @Test
    void waitsForAKillSwitch() {
        market.runAll("D buys 9000@64");
        market.price(64);
        market.runAll("block A");
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.CLOSING);
        assertThat(market.shares("A")).isEqualTo(20_000);

        market.runAll("release A");
        market.second();
        assertThat(market.of("A").status()).isEqualTo(MarginStatus.NORMAL);
    }

    @Test
    void keepsWhatWasBoughtTodayUntilItIsDelivered() {
        MarginMarket later = new MarginMarket();
        later.borrower("A");
        later.runAll("rules T+1 usable, B sells 10000@100, C sells 10000@100, A buys 20000@100, D buys 9000@64");
        later.price(64);
        later.second();
        assertThat(later.of("A").status()).isEqualTo(MarginStatus.CLOSING);
        assertThat(later.shares("A")).isZero();

        later.endOfDay(2);
        later.second();
        assertThat(later.of("A").status()).isEqualTo(MarginStatus.NORMAL);
        assertThat(later.cash(MarginMarket.LENDING))
                .as("paid out of proceeds that the rules let be used at once")
                .isGreaterThan(-570_000);
    }

    @Test
    void countsProceedsThatAreToPayTheLoanAsPaid() {
        market.runAll("rules T+1, D buys 9000@64");
        market.price(64);
        market.second();
        assertThat(market.account("A")).startsWith("NORMAL 150 % owes 1000000");
        assertThat(market.shares("A")).isEqualTo(13_125);
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-1_000_000);

        market.endOfDay(2);
        assertThat(market.cash(MarginMarket.LENDING))
                .as("paid when they come, interest of 231 first")
                .isEqualTo(-560_231);
    }

    @Test
    void leavesADebtWhereAllThatIsSoldDoesNotPayIt() {
        market.runAll("E pays 9000 shares, D buys 25000@38");
        market.price(38);
        market.clear();
        market.second();

        assertThat(market.terse()).contains("1000 SHORTFALL NOTHING_LEFT needs 360000");
        assertThat(market.account("A")).isEqualTo("SHORTFALL 0 % owes 240000 free -480000");
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-240_000);

        market.deposit("A", 100_000);
        market.second();
        assertThat(market.account("A")).isEqualTo("SHORTFALL 0 % owes 140000 free -280000");
        market.deposit("A", 150_000);
        market.clear();
        market.second();
        assertThat(market.terse()).contains("1000 NORMAL RESTORED");
        assertThat(market.account("A"))
                .as("no more is paid than restores the line")
                .startsWith("NORMAL 150 % owes 20000");
        assertThat(market.cash("A")).isEqualTo(30_000);
    }

    @Test
    void goesOnFromASnapshotInTheMiddle() {
        market.runAll("D buys 2000@64, E buys 1000@63, B buys 3000@62, A sells 1@130, A sells 1@131");
        market.price(64);
        Engine engine = market.engine();
        for (int i = 0; i < 12; i++) {
            market.step();
            assertThat(SnapshotFixture.copy(engine).digest()).isEqualTo(engine.digest());
        }
        assertThat(market.shares("A")).isLessThan(20_000);
    }

    @Test
    void leavesAccountsWithoutAnAgreementAlone() {
        market.price(1);
        market.second();
        assertThat(market.engine().view().margin(TestMarket.customer("B"))).isNull();
    }
}
