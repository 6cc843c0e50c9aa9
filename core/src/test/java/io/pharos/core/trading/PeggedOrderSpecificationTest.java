package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of pegged orders: given these orders, this command causes these events and leaves this book. */
class PeggedOrderSpecificationTest {
    /** What most rules begin with: a bid at 100 and an ask at 110. */
    private static final String MARKET = "D buys 9@100, E sells 9@110, ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                          | given                                          | when                                | then                                                          | bids             | asks
        a primary peg stands at its side's best price |                                                | A buys 5@120 pegs primary           | #3 holds 600; #3 stands at 100                                | 9@100#1 5@100#3  | 9@110#2
        or behind it                                  |                                                | A buys 5@120 pegs primary by 2      | #3 holds 600; #3 stands at 98                                 | 9@100#1 5@98#3   | 9@110#2
        a sell follows the best ask                   |                                                | A sells 5@90 pegs primary by 2      | #3 holds 5; #3 stands at 112                                  | 9@100#1          | 9@110#2 5@112#3
        a market peg stands behind the other side     |                                                | A buys 5@120 pegs market by 3       | #3 holds 600; #3 stands at 107                                | 5@107#3 9@100#1  | 9@110#2
        a sell behind the best bid                    |                                                | A sells 5@90 pegs market by 3       | #3 holds 5; #3 stands at 103                                  | 9@100#1          | 5@103#3 9@110#2
        a midpoint peg stands half way                |                                                | A buys 5@120 pegs midpoint          | #3 holds 600; #3 stands at 105                                | 5@105#3 9@100#1  | 9@110#2
        half a tick is rounded down for a buy         | C sells 1@109                                  | A buys 5@120 pegs midpoint          | #4 holds 600; #4 stands at 104                                | 5@104#4 9@100#1  | 1@109#3 9@110#2
        and up for a sell                             | C sells 1@109                                  | A sells 5@90 pegs midpoint          | #4 holds 5; #4 stands at 105                                  | 9@100#1          | 5@105#4 1@109#3 9@110#2
        where there is no price between, behind       | C sells 1@101                                  | A buys 5@120 pegs midpoint          | #4 holds 600; #4 stands at 100                                | 9@100#1 5@100#4  | 1@101#3 9@110#2
        a buy never passes its limit                  |                                                | A buys 5@103 pegs midpoint          | #3 holds 515; #3 stands at 103                                | 5@103#3 9@100#1  | 9@110#2
        nor does a sell                               |                                                | A sells 5@107 pegs market by 1      | #3 holds 5; #3 stands at 107                                  | 9@100#1          | 5@107#3 9@110#2
        it follows a better price                     | A buys 5@120 pegs primary                      | C buys 1@104                        | #4 holds 104; #3 stands at 104                                | 1@104#4 5@104#3 9@100#1 | 9@110#2
        and a worse one                               | C buys 1@104, A buys 5@120 pegs primary        | C cancels #3                        | #3 cancelled 1 USER; #4 stands at 100                         | 9@100#1 5@100#4  | 9@110#2
        when its best price is traded away            | C buys 1@104, A buys 5@120 pegs primary        | B sells 1@104                       | #5 holds 1; #5 takes 1@104 of #3; #4 stands at 100            | 9@100#1 5@100#4  | 9@110#2
        when its best price is moved                  | C buys 1@104, A buys 5@120 pegs primary        | C moves #3 to 1@102                 | #3 now 1@102 loses its place, holds 102; #4 stands at 102     | 1@102#3 5@102#4 9@100#1 | 9@110#2
        when its best price ends with its time        | C buys 1@104 until 500, A buys 5@120 pegs primary | time 500                         | #3 cancelled 1 EXPIRED; #4 stands at 100                      | 9@100#1 5@100#4  | 9@110#2
        a new order at the best price changes nothing | A buys 5@120 pegs primary                      | C buys 1@100                        | #4 holds 100                                                  | 9@100#1 5@100#3 1@100#4 | 9@110#2
        a repriced order stands behind the others     | A buys 5@120 pegs primary, C buys 1@104        | C cancels #4                        | #4 cancelled 1 USER; #3 stands at 100                         | 9@100#1 5@100#3  | 9@110#2
        of two the older is repriced first            | A buys 5@120 pegs primary, B buys 5@120 pegs primary | C buys 1@104                  | #5 holds 104; #3 stands at 104; #4 stands at 104              | 1@104#5 5@104#3 5@104#4 9@100#1 | 9@110#2
        pegs do not follow each other                 | A buys 5@120 pegs midpoint                     | B buys 5@120 pegs primary           | #4 holds 600; #4 stands at 100                                | 5@105#3 9@100#1 5@100#4 | 9@110#2
        nor half way to each other                    | A buys 5@120 pegs midpoint                     | B sells 5@90 pegs market by 8       | #4 holds 5; #4 stands at 108                                  | 5@105#3 9@100#1  | 5@108#4 9@110#2
        two that meet trade at the older one's price  | A buys 5@120 pegs midpoint                     | B sells 3@90 pegs midpoint          | #4 holds 3; #4 stands at 105; #4 takes 3@105 of #3; #3 frees 45 | 2@105#3 9@100#1 | 9@110#2
        a buy that trades gives back what its limit held | A sells 3@90 pegs midpoint                  | B buys 5@120 pegs midpoint          | #4 holds 600; #4 stands at 105; #4 takes 3@105 of #3; #4 frees 45 | 2@105#4 9@100#1 | 9@110#2
        it never takes from one that is not pegged    | C sells 1@101, A buys 5@120 pegs market by 1   | C cancels #3                        | #3 cancelled 1 USER; #4 stands at 109                         | 5@109#4 9@100#1  | 9@110#2
        it is taken like any other                    | A buys 5@120 pegs midpoint                     | B sells 6@104                       | #4 holds 6; #4 takes 5@105 of #3; #3 frees 75                 | 9@100#1          | 1@104#4 9@110#2
        without a best price it is parked             | D cancels all                                  | A buys 5@120 pegs primary           | #3 holds 600                                                  |                  | 9@110#2
        until there is one                            | D cancels all, A buys 5@120 pegs primary       | C buys 1@99                         | #4 holds 99; #3 stands at 99                                  | 1@99#4 5@99#3    | 9@110#2
        it is parked when its best price is gone      | A buys 5@120 pegs primary                      | D cancels #1                        | #1 cancelled 9 USER; #3 parked                                |                  | 9@110#2
        a midpoint needs both sides                   | A buys 5@120 pegs midpoint                     | E cancels #2                        | #2 cancelled 9 USER; #3 parked                                | 9@100#1          |
        so is one whose price would be none           |                                                | A buys 5@120 pegs primary by 100    | #3 holds 600                                                  | 9@100#1          | 9@110#2
        a call parks it                               | A buys 5@120 pegs midpoint                     | call closing_auction                | #3 parked; CLOSING_AUCTION                                    | 9@100#1          | 9@110#2
        it takes no part in the auction               | A buys 5@120 pegs midpoint, call closing_auction, C sells 4@100 | call post_close    | uncrosses 4@100 +5; #4 takes 4@100 of #1; POST_CLOSE       | 5@100#1          | 9@110#2
        it comes back with continuous trading         | A buys 5@120 pegs midpoint, halt               | open                                | OPEN; #3 stands at 105                                        | 5@105#3 9@100#1  | 9@110#2
        in a call it may be placed                    | call volatility_interruption                   | A buys 5@120 pegs midpoint          | #3 holds 600                                                  | 9@100#1          | 9@110#2
        a smaller one keeps its place                 | A buys 5@120 pegs primary, C buys 1@100        | A moves #3 to 3@120                 | #3 now 3@120 keeps its place, holds 360                       | 9@100#1 3@100#3 1@100#4 | 9@110#2
        a larger one loses it                         | A buys 5@120 pegs primary, C buys 1@100        | A moves #3 to 6@120                 | #3 now 6@120 loses its place, holds 720; #3 parked; #3 stands at 100 | 9@100#1 1@100#4 6@100#3 | 9@110#2
        another limit is a new limit                  | A buys 5@120 pegs midpoint                     | A moves #3 to 5@103                 | #3 now 5@103 loses its place, holds 515; #3 parked; #3 stands at 103 | 5@103#3 9@100#1 | 9@110#2
        the same again is no change                   | A buys 5@120 pegs midpoint                     | A moves #3 to 5@120                 | NO_CHANGE                                                     | 5@105#3 9@100#1  | 9@110#2
        it is cancelled like any other                | A buys 5@120 pegs midpoint                     | A cancels #3                        | #3 cancelled 5 USER                                           | 9@100#1          | 9@110#2
        parked or not                                 | D cancels all, A buys 5@120 pegs primary       | A cancels all                       | #3 cancelled 5 MASS                                           |                  | 9@110#2
        it ends with its day                          | A buys 5@120 pegs midpoint day                 | close                               | #3 parked; CLOSED; #3 cancelled 5 EXPIRED                     | 9@100#1          | 9@110#2
        a kill switch cancels it                      | A buys 5@120 pegs primary                      | block SHR                           | INSTRUMENT 1 blocked; #1 cancelled 9 KILL_SWITCH; #3 cancelled 5 KILL_SWITCH; #2 cancelled 9 KILL_SWITCH | |
        its trade sets off stops                      | A buys 5@120 pegs midpoint, C sells 1@market stop 105 | B sells 3@90 pegs midpoint   | #5 holds 3; #5 stands at 105; #5 takes 3@105 of #3; #3 frees 45; #4 set off by 105, holds 1; #4 takes 1@105 of #3; #3 frees 15 | 1@105#3 9@100#1 | 9@110#2
        prevention keeps it from its own account      | A buys 5@120 pegs midpoint                     | A sells 3@90 pegs midpoint prevent newest | #4 holds 3; #4 stands at 105; #4 cancelled 3 SELF_TRADE | 5@105#3 9@100#1  | 9@110#2
        what it could cost is covered                 |                                                | A buys 9999@120 pegs primary        | INSUFFICIENT_FUNDS                                            | 9@100#1          | 9@110#2
        a peg has a limit                             |                                                | A buys 5@0 pegs primary             | PRICE_NOT_POSITIVE                                            | 9@100#1          | 9@110#2
        a market peg stands behind                    |                                                | A buys 5@120 pegs market            | PEG_INVALID                                                   | 9@100#1          | 9@110#2
        half way is half way                          |                                                | A buys 5@120 pegs midpoint by 1     | PEG_INVALID                                                   | 9@100#1          | 9@110#2
        only a pegged order has an offset             |                                                | A buys 5@99 by 1                    | PEG_INVALID                                                   | 9@100#1          | 9@110#2
        it does not stand for an auction              |                                                | A buys 5@99 at close pegs primary   | TIME_IN_FORCE_NOT_ALLOWED                                     | 9@100#1          | 9@110#2
        it hides nothing                              |                                                | A buys 5@99 shows 1 pegs primary    | DISPLAY_INVALID                                               | 9@100#1          | 9@110#2
        """, useHeadersInDisplayName = true)
    void obeys(String rule, String given, String when, String then, String bids, String asks) {
        TestMarket market = new TestMarket();
        market.runAll(MARKET + (given == null ? "time 1" : given));
        market.events().clear();

        market.run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(then);
        assertThat(market.book()).isEqualTo((orEmpty(bids) + " | " + orEmpty(asks)).strip());
        market.engine().audit();
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
    }

    @Test
    void isParkedWhereItsPriceWouldLeaveTheLimitsOfTheDay() {
        TestMarket market = new TestMarket(terms -> {
            terms.bandPpm = 100_000;
            terms.referencePriceTicks = 100;
        });
        market.run("D buys 9@91");

        market.run("A buys 5@95 pegs primary by 2");

        assertThat(market.book()).isEqualTo("9@91#1 |");
        market.run("D buys 1@93");
        assertThat(market.book()).isEqualTo("1@93#3 9@91#1 5@91#2 |");
        market.engine().audit();
    }

    @Test
    void tellsInItsReplyWhatItTraded() {
        TestMarket market = new TestMarket();
        market.runAll(MARKET + "A buys 3@120 pegs midpoint");

        Reply reply = market.run("B sells 5@90 pegs midpoint");

        assertThat(reply.entityId).isEqualTo(4);
        assertThat(reply.filledLots).isEqualTo(3);
        assertThat(reply.remainingLots).isEqualTo(2);
    }

    @Test
    void boundsHowManyFollowOneInstrument() {
        TestMarket market = new TestMarket();
        for (int i = 0; i < PegList.ORDERS_MAX; i++) {
            assertThat(market.run("A buys 1@120 pegs primary").outcome.isAccepted())
                    .isTrue();
        }

        market.run("A buys 1@120 pegs primary");

        assertThat(market.events().terse()).endsWith("PEGGED_ORDERS_LIMIT");
    }

    @Test
    void followsAfterASnapshotAsBefore() {
        TestMarket market = new TestMarket();
        market.runAll(MARKET + "A buys 5@120 pegs midpoint, B buys 5@120 pegs midpoint, C buys 1@104");
        var restored =
                SnapshotFixture.load(SnapshotFixture.save(market.engine()), EngineSettings.defaults(), market.events());

        market.events().clear();
        CancelOrder cancel = market.identify(new CancelOrder());
        cancel.accountId = TestMarket.customer("C");
        cancel.orderId = 5;

        restored.apply(cancel);

        assertThat(market.events().terse())
                .containsExactly("#5 cancelled 1 USER", "#3 stands at 105", "#4 stands at 105");
        restored.audit();
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
