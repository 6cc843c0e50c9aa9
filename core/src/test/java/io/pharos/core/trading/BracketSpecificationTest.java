package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of brackets: given these orders, this command causes these events and leaves this book. */
class BracketSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                         | given                                                         | when                                      | then                                                                                  | bids     | asks
        an entry rests without exits                 |                                                               | A enters 5@100 exits 110 stop 95          | #1 holds 500; #1 with exits                                                           | 5@100#1  |
        what is filled has exits                     | A enters 5@100 exits 110 stop 95                              | B sells 5@100                             | #2 holds 5; #2 takes 5@100 of #1; #3 holds 0; #4 holds 5; exits of #1: #4 and #3; #4 or #3 | | 5@110#4
        what is filled in part has exits of as much  | A enters 5@100 exits 110 stop 95                              | B sells 2@100                             | #2 holds 2; #2 takes 2@100 of #1; #3 holds 0; #4 holds 2; exits of #1: #4 and #3; #4 or #3 | 3@100#1 | 2@110#4
        they grow with the next fill                 | A enters 5@100 exits 110 stop 95, B sells 2@100               | B sells 1@100                             | #5 holds 1; #5 takes 1@100 of #1; #4 now 3@110 loses its place, holds 3; #3 now 3@0 loses its place, holds 0 | 2@100#1 | 3@110#4
        an entry at the market has exits at once     | B sells 5@100                                                 | A enters 5@market exits 110 stop 95       | #2 holds 500; #2 with exits; #2 takes 5@100 of #1; #3 holds 0; #4 holds 5; exits of #2: #4 and #3; #4 or #3 | | 5@110#4
        an immediate one for what it has got         | B sells 2@100                                                 | A enters 5@100 ioc exits 110 stop 95      | #2 holds 500; #2 with exits; #2 takes 2@100 of #1; #2 cancelled 3 IOC_REMAINDER; #3 holds 0; #4 holds 2; exits of #2: #4 and #3; #4 or #3 | | 2@110#4
        an entry may wait for its trigger price      | B sells 9@100                                                 | A enters 5@market stop 100 exits 110 stop 95 | #2 holds 0; #2 with exits                                                          |          | 9@100#1
        and has exits when it has traded             | B sells 9@100, A enters 5@market stop 100 exits 110 stop 95   | C buys 1@100                              | #3 holds 100; #3 takes 1@100 of #1; #2 set off by 100, holds 500; #2 takes 5@100 of #1; #4 holds 0; #5 holds 5; exits of #2: #5 and #4; #5 or #4 | | 3@100#1 5@110#5
        cancelling the entry leaves the exits        | A enters 5@100 exits 110 stop 95, B sells 2@100               | A cancels #1                              | #1 cancelled 3 USER                                                                   |          | 2@110#4
        cancelling an entry without fills ends it    | A enters 5@100 exits 110 stop 95                              | A cancels #1                              | #1 cancelled 5 USER                                                                   |          |
        the take-profit order cancels the stop       | A enters 5@100 exits 110 stop 95, B sells 5@100               | B buys 5@110                              | #5 holds 550; #5 takes 5@110 of #4; #3 cancelled 5 LINKED                             |          |
        in part makes it smaller                     | A enters 5@100 exits 110 stop 95, B sells 5@100               | B buys 2@110                              | #5 holds 220; #5 takes 2@110 of #4; #3 loses 2, frees 0                               |          | 3@110#4
        and grows again with the entry               | A enters 5@100 exits 110 stop 95, B sells 3@100, B buys 2@110 | B sells 2@100                             | #6 holds 2; #6 takes 2@100 of #1; #4 now 5@110 loses its place, holds 3; #3 now 3@0 loses its place, holds 0 | | 3@110#4
        the stop cancels the take-profit order       | A enters 5@100 exits 110 stop 95, B sells 5@100, D buys 9@95  | B sells 1@95                              | #6 holds 1; #6 takes 1@95 of #5; #4 cancelled 5 LINKED; #3 set off by 95, holds 5; #3 takes 5@95 of #5 | 3@95#5 |
        exits that have ended do not grow            | A enters 5@100 exits 110 stop 95, B sells 2@100, B buys 2@110 | B sells 1@100                             | #6 holds 1; #6 takes 1@100 of #1; #7 holds 0; #8 holds 1; exits of #1: #8 and #7; #8 or #7 | 2@100#1 | 1@110#8
        nor exits that were cancelled                | A enters 5@100 exits 110 stop 95, B sells 2@100, A cancels #4 | B sells 1@100                             | #5 holds 1; #5 takes 1@100 of #1; #6 holds 0; #7 holds 1; exits of #1: #7 and #6; #7 or #6 | 2@100#1 | 1@110#7
        the stop may be a stop-limit                 | A enters 5@100 exits 110 94 stop 95, B sells 5@100, D buys 1@95 | B sells 1@95                            | #6 holds 1; #6 takes 1@95 of #5; #4 cancelled 5 LINKED; #3 set off by 95, holds 5     |          | 5@94#3
        it may trail                                 | A enters 5@100 exits 110 trails 3, B sells 5@100, D sells 1@104, D buys 1@104, D buys 9@101 | B sells 1@101 | #8 holds 1; #8 takes 1@101 of #7; #4 cancelled 5 LINKED; #3 set off by 101, holds 5; #3 takes 5@101 of #7 | 3@101#7 |
        a stop waits for a trade at its price        | B sells 5@100, D buys 9@93                                   | A enters 5@100 exits 110 stop 99          | #3 holds 500; #3 with exits; #3 takes 5@100 of #1; #4 holds 0; #5 holds 5; exits of #3: #5 and #4; #5 or #4 | 9@93#2 | 5@110#5
        the holding is sold once                     | A enters 5@100 exits 110 stop 95, B sells 5@100               | A sells 10001@120                         | INSUFFICIENT_HOLDINGS                                                                 |          | 5@110#4
        an auction may fill the entry                | call closing_auction, A enters 5@100 exits 110 stop 95, B sells 5@100 | call post_close                   | uncrosses 5@100 0; #2 takes 5@100 of #1; POST_CLOSE; #3 holds 0; #4 holds 5; exits of #1: #4 and #3; #4 or #3 | | 5@110#4
        the entry may be changed between its exits   | A enters 5@100 exits 110 stop 95                              | A moves #1 to 6@101                       | #1 now 6@101 loses its place, holds 606                                               | 6@101#1  |
        not beyond them                              | A enters 5@100 exits 110 stop 95                              | A moves #1 to 5@110                       | BRACKET_INVALID                                                                       | 5@100#1  |
        a mass cancel cancels all three as such      | A enters 5@100 exits 110 stop 95, B sells 2@100               | A cancels all                             | #1 cancelled 3 MASS; #3 cancelled 2 MASS; #4 cancelled 2 MASS                         |          |
        an entry buys                                |                                                               | A leaves 5@100 exits 110 stop 95          | BRACKET_INVALID                                                                       |          |
        the take-profit order lies above it          |                                                               | A enters 5@100 exits 100 stop 95          | BRACKET_INVALID                                                                       |          |
        and the stop below                           |                                                               | A enters 5@100 exits 110 stop 100         | BRACKET_INVALID                                                                       |          |
        there is room for all three or for none      | limit open of A to 2                                          | A enters 5@100 exits 110 stop 95          | OPEN_ORDERS_LIMIT                                                                     |          |
        room for all three is enough                 | limit open of A to 3                                          | A enters 5@100 exits 110 stop 95          | #1 holds 500; #1 with exits                                                           | 5@100#1  |
        """, useHeadersInDisplayName = true)
    void obeys(String rule, String given, String when, String then, String bids, String asks) {
        TestMarket market = new TestMarket();
        market.runAll(orEmpty(given));
        market.events().clear();

        market.run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(orEmpty(then));
        assertThat(market.book()).isEqualTo((orEmpty(bids) + " | " + orEmpty(asks)).strip());
        market.engine().audit();
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
    }

    @Test
    void placesExitsAfterASnapshotAsBefore() {
        TestMarket market = new TestMarket();
        market.runAll("A enters 5@100 exits 110 stop 95, B sells 2@100");
        var restored =
                SnapshotFixture.load(SnapshotFixture.save(market.engine()), EngineSettings.defaults(), market.events());
        market.events().clear();
        PlaceOrder sell = market.identify(new PlaceOrder());
        sell.accountId = TestMarket.customer("B");
        sell.instrumentId = TestMarket.INSTRUMENT;
        sell.side = Side.SELL;
        sell.orderType = OrderType.LIMIT;
        sell.timeInForce = TimeInForce.GTC;
        sell.quantityLots = 3;
        sell.priceTicks = 100;

        restored.apply(sell);

        assertThat(market.events().terse())
                .containsExactly(
                        "#5 holds 3",
                        "#5 takes 3@100 of #1",
                        "#4 now 5@110 loses its place, holds 5",
                        "#3 now 5@0 loses its place, holds 0");
        restored.audit();
    }

    @Test
    void leavesTheStopAloneWhereTheTakeProfitOrderCannotRestAnyMore() {
        TestMarket market = new TestMarket(terms -> {
            terms.bandPpm = 100_000;
            terms.referencePriceTicks = 100;
        });
        market.runAll("A enters 5@91 exits 110 stop 85, close, open 95");
        market.events().clear();

        market.runAll("B sells 2@91, B sells 1@91");

        assertThat(market.events().terse())
                .containsExactly(
                        "#2 holds 2",
                        "#2 takes 2@91 of #1",
                        "#3 holds 0",
                        "exits of #1: #3",
                        "#4 holds 1",
                        "#4 takes 1@91 of #1",
                        "#3 now 3@0 loses its place, holds 0");
        market.engine().audit();
    }

    @Test
    void refusesABracketOfWhatMayNotBeSoldTheSameDay() {
        SettledMarket settled = new SettledMarket(terms -> {});
        settled.run("rules T+1");

        assertThat(settled.market()
                        .run("A enters 5@100 exits 110 stop 95")
                        .outcome
                        .name())
                .isEqualTo("EXIT_NOT_SELLABLE");
    }

    @Test
    void sellsTheSameDayWhatHasNotSettled() {
        SettledMarket settled = new SettledMarket(terms -> {});
        settled.run("rules T+1 resale");
        settled.market().runAll("A enters 5@100 exits 110 stop 95, B sells 5@100, C buys 5@110");

        assertThat(settled.market().book()).isEqualTo("|");
        settled.market().engine().audit();
    }

    @Test
    void namesTheEntryInItsReply() {
        TestMarket market = new TestMarket();
        market.run("B sells 2@100");

        Reply reply = market.run("A enters 5@100 exits 110 stop 95");

        assertThat(reply.entityId).isEqualTo(2);
        assertThat(reply.filledLots).isEqualTo(2);
        assertThat(reply.remainingLots).isEqualTo(3);
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
