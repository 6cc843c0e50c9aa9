package io.pharos.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.Command;
import io.pharos.core.command.ExerciseRights;
import io.pharos.core.engine.EngineView;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of corporate actions. Each customer begins with 10,000 shares and 1,000,000 fen. */
class CorporateActionSpecificationTest {
    private static final long A = TestMarket.customer("A");
    private static final long B = TestMarket.customer("B");

    private SettledMarket settled = new SettledMarket(terms -> {});
    private final EngineView view = settled.engine().view();

    @Test
    void paysACashDividendLessTaxOnThePayDateForWhatWasHeldOnTheExDate() {
        announce(Actions.dividend(1));
        endOfDay(Actions.EX_DATE);
        assertThat(cash(A)).as("nothing before the pay date").isEqualTo(1_000_000);
        settled.runAll("A sells 10000@100, B buys 10000@100");
        endOfDay(20260108);
        endOfDay(Actions.PAY_DATE);

        assertThat(cash(A)).as("the seller of the ex date is entitled").isEqualTo(2_000_000 + 320_000 - 32_000);
        assertThat(cash(B)).isEqualTo(320_000 - 32_000);
        assertThat(view.availableMinor(TestMarket.TAX, TestMarket.CNY)).isEqualTo(5 * 32_000);
        assertThat(String.join("; ", settled.market().events().terse()))
                .contains("action 1 COMPLETED", "1000 gets 320000 less 32000, 0 units for 10000");
    }

    @Test
    void countsWhatWasBoughtBeforeTheExDateThoughItSettlesLater() {
        settled.runAll("rules T+2");
        announce(Actions.dividend(1));
        endOfDay(20260106);
        settled.runAll("A sells 4000@50, B buys 4000@50");
        endOfDay(Actions.EX_DATE);
        assertThat(settled.balance(B, TestMarket.SHR)).isEqualTo("10000 in 4000");
        endOfDay(20260108);
        endOfDay(Actions.PAY_DATE);

        assertThat(cash(A)).isEqualTo(1_000_000 + 200_000 + 192_000 - 19_200);
        assertThat(cash(B)).isEqualTo(1_000_000 - 200_000 + 448_000 - 44_800);
    }

    @Test
    void recordsAnAccountBeforeItsBalanceChangesWhereTheWalkHasNotReachedIt() {
        announce(Actions.dividend(1));
        run(Actions.endOfDay(Actions.EX_DATE, 1));
        settled.runAll("A sells 10000@100, B buys 10000@100, E pays 500 shares");
        endOfDay(Actions.EX_DATE);
        endOfDay(Actions.PAY_DATE);

        assertThat(cash(B)).isEqualTo(288_000);
        assertThat(cash(TestMarket.customer("E"))).isEqualTo(1_288_000);
    }

    @Test
    void creditsAStockDividendAndPaysForTheFraction() {
        settled.runAll("E pays 9 shares");
        announce(Actions.bonus(1));
        endOfDay(Actions.EX_DATE);
        endOfDay(Actions.PAY_DATE);

        assertThat(shares(A)).isEqualTo(13_000);
        assertThat(shares(TestMarket.customer("E")))
                .as("9991 x 3 / 10 = 2997.3")
                .isEqualTo(9_991 + 2_997);
        assertThat(cash(TestMarket.customer("E"))).as("0.3 x 105 = 31.5").isEqualTo(1_000_032);
    }

    @ParameterizedTest(name = "{0} for {1}: {2} shares, {3} fen in lieu")
    @CsvSource({"2, 1, 19986, 0", "3, 2, 14989, 50", "1, 10, 999, 30"})
    void splitsHoldings(int numerator, int denominator, long shares, long lieuMinor) {
        settled.runAll("E pays 7 shares");
        announce(Actions.split(1, numerator, denominator));
        endOfDay(Actions.EX_DATE);

        long holder = TestMarket.customer("E");
        assertThat(shares(holder)).isEqualTo(shares);
        assertThat(cash(holder)).isEqualTo(1_000_000 + lieuMinor);
        assertThat(outcome("A buys 1@100")).isEqualTo(Outcome.ACCEPTED);
        settled.engine().audit();
    }

    @Test
    void takesNoOrdersAndMovesNothingWhileHoldingsAreConverted() {
        announce(Actions.split(1, 2, 1));
        run(Actions.endOfDay(Actions.EX_DATE, 3));

        assertThat(outcome("A buys 1@100")).isEqualTo(Outcome.INSTRUMENT_IN_ACTION);
        assertThat(outcome("A pays 1 shares")).isEqualTo(Outcome.ASSET_FROZEN);
        endOfDay(Actions.EX_DATE);
        assertThat(outcome("A pays 1 shares")).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void waitsWithASplitForTradesToSettle() {
        settled.runAll("rules T+2");
        announce(Actions.split(1, 2, 1));
        endOfDay(20260106);
        settled.runAll("A sells 10@100, B buys 10@100");
        endOfDay(Actions.EX_DATE);
        assertThat(shares(A)).isEqualTo(9_990);
        endOfDay(20260108);
        assertThat(shares(A))
                .as("the trade settles on this day, and then the split is done")
                .isEqualTo(19_980);
        assertThat(shares(B)).isEqualTo(20_020);
    }

    @Test
    void cancelsOpenOrdersAndAdjustsTheReferencePrice() {
        settled = new SettledMarket(terms -> {
            terms.bandPpm = 100_000;
            terms.referencePriceTicks = 1_000;
        });
        settled.runAll("A sells 5@1020, B buys 5@1020, A sells 5@1100, B buys 5@900");
        announce(Actions.dividend(1));
        settled.market().events().clear();
        endOfDay(Actions.EX_DATE);

        assertThat(String.join("; ", settled.market().events().terse()))
                .contains(
                        "#3 cancelled 5 CORPORATE_ACTION", "#4 cancelled 5 CORPORATE_ACTION", "reference 1020 to 988");
        assertThat(outcome("A buys 1@1088")).as("1.1 x 988 = 1086.8").isEqualTo(Outcome.PRICE_OUTSIDE_BAND);
        assertThat(outcome("A buys 1@1087")).isEqualTo(Outcome.ACCEPTED);
    }

    /** 10.20 less 0.32 = 9.88; 10.20 / 1.3 = 7.846; (10.20 + 0.1 x 0.80) / 1.1 = 9.345; 10.20 / 2 = 5.10. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"CASH_DIVIDEND, 988", "STOCK_DIVIDEND, 785", "RIGHTS_ISSUE, 935", "SPLIT, 510", "COUPON, 1020"})
    void adjustsAClosingPriceOf1020(CorporateActionKind kind, long ticks) {
        AnnounceCorporateAction action = switch (kind) {
            case STOCK_DIVIDEND -> Actions.bonus(1);
            case RIGHTS_ISSUE -> Actions.rights(1);
            case SPLIT -> Actions.split(1, 2, 1);
            default -> Actions.dividend(1);
        };
        action.kind = kind;
        settled.runAll("A sells 5@1020, B buys 5@1020");
        announce(action);
        endOfDay(Actions.EX_DATE);

        String events = String.join("; ", settled.market().events().terse());
        if (ticks == 1_020) {
            assertThat(events).doesNotContain("reference");
        } else {
            assertThat(events).contains("reference 1020 to " + ticks);
        }
    }

    @Test
    void givesRightsThatAreExercisedOrEnd() {
        announce(Actions.rights(1));
        endOfDay(Actions.EX_DATE);
        assertThat(exercise(10)).isEqualTo(Outcome.RIGHTS_CLOSED);
        endOfDay(Actions.PAY_DATE);
        assertThat(view.availableMinor(A, TestMarket.RIGHT)).isEqualTo(1_000);

        assertThat(exercise(600)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shares(A)).isEqualTo(10_600);
        assertThat(cash(A)).isEqualTo(1_000_000 - 600 * 80);
        assertThat(exercise(401)).isEqualTo(Outcome.INSUFFICIENT_HOLDINGS);
        endOfDay(20260116);
        assertThat(exercise(1)).as("the last day").isEqualTo(Outcome.ACCEPTED);
        endOfDay(20260119);
        assertThat(view.availableMinor(A, TestMarket.RIGHT)).isZero();
        assertThat(exercise(1)).isEqualTo(Outcome.RIGHTS_CLOSED);
    }

    @Test
    void redeemsAndEndsTrading() {
        announce(Actions.redemption(1, 103));
        endOfDay(Actions.EX_DATE);

        assertThat(shares(A)).isZero();
        assertThat(cash(A)).isEqualTo(1_000_000 + 1_030_000);
        assertThat(view.availableMinor(TestMarket.ISSUANCE, TestMarket.SHR)).isZero();
        assertThat(outcome("A buys 1@100")).isEqualTo(Outcome.INSTRUMENT_DELISTED);
    }

    @Test
    void carriesNothingOutTwice() {
        announce(Actions.dividend(1));
        assertThat(run(Actions.dividend(1))).isEqualTo(Outcome.ACCEPTED);
        endOfDay(Actions.EX_DATE);
        endOfDay(Actions.PAY_DATE);
        long digest = settled.engine().view().availableMinor(A, TestMarket.CNY);
        endOfDay(Actions.PAY_DATE);
        endOfDay(20260112);

        assertThat(cash(A)).isEqualTo(digest).isEqualTo(1_288_000);
    }

    /** 1/3 fen a share: the totals are exact. */
    @Test
    void addsUpToTheLastUnit() {
        AnnounceCorporateAction third = Actions.dividend(1);
        third.numerator = 1;
        third.denominator = 3;
        third.taxPpm = 200_000;
        settled.runAll("E pays 1 shares, A pays 5 shares");
        settled.market().events().clear();
        announce(third);
        endOfDay(Actions.EX_DATE);
        endOfDay(Actions.PAY_DATE);

        String completed = settled.market().events().full().stream()
                .filter(line -> line.contains("stage=COMPLETED") && line.contains("roundingScale"))
                .findFirst()
                .orElseThrow();
        long position = number(completed, "positionMinor");
        assertThat(position).isEqualTo(49_994);
        assertThat(number(completed, "grossMinor") * 3 + number(completed, "roundingParts"))
                .isEqualTo(position);
        assertThat(number(completed, "taxMinor")).isEqualTo(view.availableMinor(TestMarket.TAX, TestMarket.CNY));
    }

    private static long number(String line, String field) {
        return Long.parseLong(line.replaceAll(".*\\b" + field + "=(-?\\d+).*", "$1"));
    }

    private Outcome exercise(long quantityMinor) {
        ExerciseRights exercise = new ExerciseRights();
        exercise.accountId = A;
        exercise.actionId = 1;
        exercise.quantityMinor = quantityMinor;
        return run(exercise);
    }

    private void announce(AnnounceCorporateAction action) {
        assertThat(run(action)).isEqualTo(Outcome.ACCEPTED);
    }

    private void endOfDay(int date) {
        assertThat(run(Actions.endOfDay(date, 1_000))).isEqualTo(Outcome.ACCEPTED);
        settled.engine().audit();
    }

    private Outcome run(Command command) {
        return Dispatch.apply(settled.engine(), settled.market().identify(command)).outcome;
    }

    private Outcome outcome(String command) {
        return settled.run(command).outcome;
    }

    private long cash(long accountId) {
        return view.availableMinor(accountId, TestMarket.CNY);
    }

    private long shares(long accountId) {
        return view.availableMinor(accountId, TestMarket.SHR);
    }
}
