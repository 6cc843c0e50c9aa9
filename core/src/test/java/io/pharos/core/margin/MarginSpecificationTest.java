package io.pharos.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.MarginMarket;
import io.pharos.protocol.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rule book of borrowing on margin, with amounts computed by hand. A has 1,000,000 of cash and no share. */
class MarginSpecificationTest {
    private final MarginMarket market = new MarginMarket();

    @BeforeEach
    void letBorrow() {
        market.borrower("A");
    }

    @Test
    void lendsWhatAPurchaseLacks() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");

        assertThat(market.account("A"))
                .as("1,500,000 / 500,000; free (1,500,000 - 500,000) x 70 % - 500,000 x 100 %")
                .isEqualTo("NORMAL 300 % owes 500000 free 200000");
        assertThat(market.cash("A")).isZero();
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-500_000);
        assertThat(market.shares("A")).isEqualTo(15_000);
        market.engine().audit();
    }

    @Test
    void spendsOwnCashFirstAndOwesOnlyWhatATradeSpent() {
        market.runAll("B sells 5000@100, A buys 15000@100");

        assertThat(market.account("A")).isEqualTo("NORMAL 0 % owes 0+500000 free 350000");
        assertThat(market.cash(MarginMarket.LENDING)).as("lent to the order").isEqualTo(-500_000);

        market.runAll("C sells 7000@100");
        assertThat(market.account("A")).as("1,200,000 spent").isEqualTo("NORMAL 600 % owes 200000+300000 free 200000");

        market.runAll("A cancels all");
        assertThat(market.account("A")).isEqualTo("NORMAL 600 % owes 200000 free 500000");
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-200_000);
        market.engine().audit();
    }

    @Test
    void givesBorrowedCashBackFirst() {
        market.runAll("A buys 15000@100, A moves #1 to 12000@100");
        assertThat(market.of("A").reservedMinor()).isEqualTo(200_000);

        market.runAll("A moves #1 to 9000@100");
        assertThat(market.of("A").reservedMinor()).isZero();
        assertThat(market.cash("A")).isEqualTo(100_000);

        market.runAll("A moves #1 to 15000@100");
        assertThat(market.of("A").reservedMinor()).isEqualTo(500_000);
        market.engine().audit();
    }

    @Test
    void lendsNoMoreThanTheInitialMarginAllows() {
        assertThat(market.settled().run("A buys 20001@100").outcome).isEqualTo(Outcome.MARGIN_INSUFFICIENT);
        assertThat(market.settled().run("A buys 20000@100").outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void lendsMoreAtALowerInitialMargin() {
        SetMarginTerms terms = MarginMarket.terms();
        terms.initialPpm = 800_000;
        market.apply(terms);

        assertThat(market.settled().run("A buys 22501@100").outcome).isEqualTo(Outcome.MARGIN_INSUFFICIENT);
        assertThat(market.settled().run("A buys 22500@100").outcome)
                .as("1,250,000 at 80 %")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void lendsNoMoreThanTheLimits() {
        market.apply(MarginMarket.agreement("A", 400_000));
        assertThat(market.settled().run("A buys 14001@100").outcome).isEqualTo(Outcome.MARGIN_CREDIT_LIMIT);

        market.apply(MarginMarket.agreement("A", 1L << 40));
        SetMarginProgram program = MarginMarket.program();
        program.creditMaxMinor = 300_000;
        market.apply(program);
        assertThat(market.settled().run("A buys 13001@100").outcome).isEqualTo(Outcome.MARGIN_CREDIT_LIMIT);
        assertThat(market.settled().run("A buys 13000@100").outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void lendsForEligibleInstrumentsOnly() {
        SetMarginTerms terms = MarginMarket.terms();
        terms.financing = false;
        market.apply(terms);

        assertThat(market.settled().run("A buys 10001@100").outcome).isEqualTo(Outcome.MARGIN_NOT_ELIGIBLE);
        assertThat(market.settled().run("A buys 10000@100").outcome)
                .as("own cash")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void holdsAPurchaseWithBorrowedCashAgainstTheConcentration() {
        SetMarginProgram program = MarginMarket.program();
        program.concentrationPpm = 900_000;
        market.apply(program);

        assertThat(market.settled().run("A buys 12000@100").outcome).isEqualTo(Outcome.CONCENTRATION_LIMIT);
        assertThat(market.settled().run("A buys 10000@100").outcome)
                .as("nothing borrowed")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void keepsOthersFromBorrowing() {
        assertThat(market.settled().run("B buys 10001@100").outcome).isEqualTo(Outcome.INSUFFICIENT_FUNDS);
    }

    @Test
    void paysTheLoanOutOfTheProceedsOfItsSale() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");
        market.runAll("D buys 2000@110, A sells 2000@110");

        assertThat(market.account("A")).isEqualTo("NORMAL 510 % owes 280000 free 525000");
        assertThat(market.cash("A")).isZero();
        assertThat(market.cash(MarginMarket.LENDING)).isEqualTo(-280_000);

        market.runAll("E buys 3000@110, A sells 3000@110");
        assertThat(market.account("A")).as("all is paid, 50,000 are left").isEqualTo("NORMAL 0 % owes 0 free 820000");
        assertThat(market.cash("A")).isEqualTo(50_000);
        market.engine().audit();
    }

    @Test
    void accruesInterestByTheDayAndPaysItFirst() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");
        market.endOfDay(4);
        assertThat(market.of("A").interestMinor())
                .as("500,000 x 8.35 % / 360 x 3 = 347.9")
                .isEqualTo(347);

        market.deposit("A", 10_000);
        assertThat(market.apply(MarginMarket.repayment("A", 5_000)).entityId).isEqualTo(5_000);
        assertThat(market.cash(MarginMarket.INCOME)).isEqualTo(347);
        assertThat(market.of("A").debtMinor()).isEqualTo(500_000 - 5_000 + 347);

        market.endOfDay(5);
        assertThat(market.of("A").interestMinor()).as("taken out of free cash").isZero();
        assertThat(market.cash(MarginMarket.INCOME)).as("347.916 + 114.88 x 1").isEqualTo(347 + 115);
        market.engine().audit();
    }

    @Test
    void repaysNoMoreThanIsOwed() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");
        assertThat(market.apply(MarginMarket.repayment("A", 1)).outcome).isEqualTo(Outcome.INSUFFICIENT_FUNDS);
        market.deposit("A", 600_000);

        assertThat(market.apply(MarginMarket.repayment("A", 1_000_000)).entityId)
                .isEqualTo(500_000);
        assertThat(market.cash("A")).isEqualTo(100_000);
        assertThat(market.apply(MarginMarket.repayment("A", 1)).outcome).isEqualTo(Outcome.MARGIN_NO_DEBT);
        assertThat(market.cash(MarginMarket.LENDING)).isZero();
    }

    @Test
    void letsLeaveWhatLeavesTheWithdrawalLine() {
        market.runAll("B sells 10000@100, C sells 10000@100, A buys 12000@100");
        market.deposit("A", 100_000);
        assertThat(market.account("A"))
                .as("1,300,000 / 200,000, free 100,000 + 1,000,000 x 70 % - 200,000")
                .isEqualTo("NORMAL 650 % owes 200000 free 600000");

        assertThat(market.settled().run("A withdraws 6001 shares").outcome).isEqualTo(Outcome.MARGIN_PLEDGED);
        assertThat(market.settled().run("A withdraws 100000").outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(market.settled().run("A withdraws 5001 shares").outcome)
                .as("no more than is free")
                .isEqualTo(Outcome.MARGIN_PLEDGED);
        assertThat(market.settled().run("A reserves 5000 shares").outcome)
                .as("the ratio stays 350 %")
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(market.settled().run("A withdraws 1001 shares").outcome)
                .as("what is reserved to leave is not counted")
                .isEqualTo(Outcome.MARGIN_PLEDGED);
        assertThat(market.of("A").ratioPpm()).isEqualTo(3_500_000);
    }

    @Test
    void letsEverythingLeaveWhereNothingIsOwed() {
        assertThat(market.settled().run("A withdraws 1000000").outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void endsNoAgreementWhileSomethingIsOwed() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");
        SetMarginAgreement end = MarginMarket.agreement("A", 0);
        end.active = false;
        assertThat(market.apply(end).outcome).isEqualTo(Outcome.MARGIN_DEBT_OPEN);

        market.deposit("A", 500_000);
        market.apply(MarginMarket.repayment("A", 500_000));
        assertThat(market.apply(end).outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(market.settled().run("A buys 1@100").outcome).isEqualTo(Outcome.INSUFFICIENT_FUNDS);
        market.engine().audit();
    }

    @Test
    void chargesTheNewRateFromTheDayOfTheChange() {
        market.runAll("B sells 10000@100, C sells 5000@100, A buys 15000@100");
        market.endOfDay(2);
        SetMarginAgreement dearer = MarginMarket.agreement("A", 1L << 40);
        dearer.ratePpm = 167_000;
        market.apply(dearer);
        market.endOfDay(3);

        assertThat(market.of("A").interestMinor()).as("115.97 and 231.94").isEqualTo(347);
    }

    @Test
    void countsTheSharesThatAStockDividendHasYetToBring() {
        market.runAll("B sells 10000@100, C sells 10000@100, A buys 20000@100");
        market.apply(Actions.bonus(1));
        market.endOfDay(7);

        assertThat(market.of("A").assetsMinor())
                .as("20,000 shares at 77 and 6,000 that are to come")
                .isEqualTo(26_000 * 77);
        market.second();
        assertThat(market.of("A").status().name()).isEqualTo("NORMAL");
        market.endOfDay(9);
        assertThat(market.of("A").assetsMinor()).isEqualTo(26_000 * 77);
        assertThat(market.shares("A")).isEqualTo(26_000);
    }
}
