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

/** The rule book of linked orders: given these orders, this command causes these events and leaves this book. */
class LinkedOrderSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                         | given                                                   | when                              | then                                                                                  | bids     | asks
        the limit order rests and the stop waits     |                                                         | A sells 5@110 or stop 95          | #1 holds 0; #2 holds 5; #2 or #1                                                      |          | 5@110#2
        the holding is held once                     |                                                         | A sells 10000@110 or stop 95      | #1 holds 0; #2 holds 10000; #2 or #1                                                  |          | 10000@110#2
        a filled limit order cancels the stop        | A sells 5@110 or stop 95                                | B buys 5@110                      | #3 holds 550; #3 takes 5@110 of #2; #1 cancelled 5 LINKED                             |          |
        a fill in part makes the stop smaller        | A sells 5@110 or stop 95                                | B buys 2@110                      | #3 holds 220; #3 takes 2@110 of #2; #1 loses 2, frees 0                               |          | 3@110#2
        what is left of the limit order goes on      | A sells 5@110 or stop 95, B buys 2@110                  | B buys 3@110                      | #4 holds 330; #4 takes 3@110 of #2; #1 cancelled 3 LINKED                             |          |
        a stop set off cancels the limit order first | A sells 10000@110 or stop 95, B buys 1@95, B buys 10000@94 | C sells 1@95                   | #5 holds 1; #5 takes 1@95 of #3; #2 cancelled 10000 LINKED; #1 set off by 95, holds 10000; #1 takes 10000@94 of #4 | |
        a stop-limit goes on alone                   | A sells 5@110 or 96 stop 95, B buys 1@95                | C sells 1@95                      | #4 holds 1; #4 takes 1@95 of #3; #2 cancelled 5 LINKED; #1 set off by 95, holds 5     |          | 5@96#1
        a stop that is refused leaves none           | A sells 5@110 or stop 95, B buys 1@95                   | C sells 1@95                      | #4 holds 1; #4 takes 1@95 of #3; #2 cancelled 5 LINKED; #1 set off by 95: NO_LIQUIDITY; #1 cancelled 5 TRIGGER_REFUSED | |
        what one has filled the stop does not sell   | A sells 5@110 or stop 95, B buys 2@110, B buys 1@95, B buys 9@94 | C sells 1@95             | #6 holds 1; #6 takes 1@95 of #4; #2 cancelled 3 LINKED; #1 set off by 95, holds 3; #1 takes 3@94 of #5 | 6@94#5 |
        a buy to enter, either way                   | A sells 5@105                                           | B buys 5@90 or stop 105           | #2 holds 0; #3 holds 450; #3 or #2                                                    | 5@90#3   | 5@105#1
        the limit order may trade at once            | B buys 5@112                                            | A sells 5@110 or stop 95          | #2 holds 0; #3 holds 5; #3 or #2; #3 takes 5@112 of #1; #2 cancelled 5 LINKED         |          |
        or trade in part at once                     | B buys 2@112                                            | A sells 5@110 or stop 95          | #2 holds 0; #3 holds 5; #3 or #2; #3 takes 2@112 of #1; #2 loses 2, frees 0           |          | 3@110#3
        a stop that is reached already goes at once  | C sells 1@90, B buys 1@90, B buys 9@90                  | A sells 5@110 or stop 95          | #4 holds 0; #5 holds 5; #5 or #4; #5 cancelled 5 LINKED; #4 set off by 90, holds 5; #4 takes 5@90 of #3 | 4@90#3 |
        a trailing stop is linked, too               | C sells 1@100, B buys 1@100                             | A sells 5@110 or trails 3         | #3 holds 0; #4 holds 5; #4 or #3                                                      |          | 5@110#4
        cancelling the limit order cancels the stop  | A sells 5@110 or stop 95                                | A cancels #2                      | #2 cancelled 5 USER; #1 cancelled 5 LINKED                                            |          |
        cancelling the stop cancels the limit order  | A sells 5@110 or stop 95                                | A cancels #1                      | #1 cancelled 5 USER; #2 cancelled 5 LINKED                                            |          |
        a mass cancel cancels both as such           | A sells 5@110 or stop 95                                | A cancels all                     | #1 cancelled 5 MASS; #2 cancelled 5 MASS                                              |          |
        a kill switch cancels both as such           | A sells 5@110 or stop 95                                | block A                           | ACCOUNT 1000 blocked; #1 cancelled 5 KILL_SWITCH; #2 cancelled 5 KILL_SWITCH          |          |
        both end with their day                      | A sells 5@110 or stop 95 day                            | close                             | CLOSED; #2 cancelled 5 EXPIRED; #1 cancelled 5 EXPIRED                                |          |
        both end at their time                       | A sells 5@110 or stop 95 until 500                      | time 500                          | #1 cancelled 5 EXPIRED; #2 cancelled 5 EXPIRED                                        |          |
        the limit may be changed                     | A sells 5@110 or stop 95                                | A moves #2 to 5@108               | #2 now 5@108 loses its place, holds 5                                                 |          | 5@108#2
        the trigger price may be changed             | A sells 5@110 or stop 95                                | A moves #1 to 5@0 stop 97         | #1 now 5@0 loses its place, holds 0                                                   |          | 5@110#2
        the quantity of one may not                  | A sells 5@110 or stop 95                                | A moves #2 to 4@110               | LINK_INVALID                                                                          |          | 5@110#2
        a change may trade and cancel the stop       | A sells 5@110 or stop 95, B buys 5@105                  | A moves #2 to 5@104               | #2 now 5@104 loses its place, holds 5; #2 takes 5@105 of #3; #1 cancelled 5 LINKED    |          |
        the stop lies beyond the market              |                                                         | A sells 5@110 or stop 111         | LINK_INVALID                                                                          |          |
        for a buy it lies above                      |                                                         | A buys 5@110 or stop 109          | LINK_INVALID                                                                          |          |
        linked orders are not immediate              |                                                         | A sells 5@110 or stop 95 ioc      | LINK_INVALID                                                                          |          |
        both are placed or none                      |                                                         | A sells 10001@110 or stop 95      | INSUFFICIENT_HOLDINGS                                                                 |          |
        there is room for both or for none           | limit open of A to 1                                    | A sells 5@110 or stop 95          | OPEN_ORDERS_LIMIT                                                                     |          |
        room for both is enough                      | limit open of A to 2                                    | A sells 5@110 or stop 95          | #1 holds 0; #2 holds 5; #2 or #1                                                      |          | 5@110#2
        both are messages                            | limit rate of A to 1                                    | A sells 5@110 or stop 95          | MESSAGE_RATE_EXCEEDED                                                                 |          |
        a buy and a sell hold each their own         |                                                         | A either sells 5@110 or buys 5@90 | #1 holds 450; #2 holds 5; #2 or #1                                                    | 5@90#1   | 5@110#2
        what the one fills the other loses           | A either sells 5@110 or buys 5@90                       | B buys 2@110                      | #3 holds 220; #3 takes 2@110 of #2; #1 loses 2, frees 180                             | 3@90#1   | 3@110#2
        and the other way                            | A either sells 5@110 or buys 5@90                       | B sells 2@90                      | #3 holds 2; #3 takes 2@90 of #1; #2 loses 2, frees 2                                  | 3@90#1   | 3@110#2
        the one that is filled cancels the other     | A either sells 5@110 or buys 5@90                       | B sells 5@90                      | #3 holds 5; #3 takes 5@90 of #1; #2 cancelled 5 LINKED                                |          |
        the first may trade at once                  | B buys 2@112                                            | A either sells 5@110 or buys 5@90 | #2 holds 450; #3 holds 5; #3 or #2; #3 takes 2@112 of #1; #2 loses 2, frees 180       | 3@90#2   | 3@110#3
        the other one may, too                       | B sells 2@88                                            | A either sells 5@110 or buys 5@90 | #2 holds 450; #3 holds 5; #3 or #2; #2 takes 2@88 of #1; #2 frees 4; #3 loses 2, frees 2 | 3@90#2 | 3@110#3
        one may fill whole at once                   | B sells 5@88                                            | A either sells 5@110 or buys 5@90 | #2 holds 450; #3 holds 5; #3 or #2; #2 takes 5@88 of #1; #2 frees 10; #3 cancelled 5 LINKED | |
        a buy and a sell do not meet                 |                                                         | A either sells 5@90 or buys 5@90  | LINK_INVALID                                                                          |          |
        nor may a change make them meet              | A either sells 5@110 or buys 5@90                       | A moves #2 to 5@90                | LINK_INVALID                                                                          | 5@90#1   | 5@110#2
        a change may bring them nearer               | A either sells 5@110 or buys 5@90                       | A moves #2 to 5@91                | #2 now 5@91 loses its place, holds 5                                                  | 5@90#1   | 5@91#2
        two stops wait, and hold nothing             |                                                         | A either buys 5 stop 110 or sells 5 stop 90 | #1 holds 0; #2 holds 0; #2 or #1                                            |          |
        the one that is set off goes on alone        | A either buys 5 stop 110 or sells 5 stop 90, B sells 9@110 | C buys 1@110                   | #4 holds 110; #4 takes 1@110 of #3; #1 cancelled 5 LINKED; #2 set off by 110, holds 550; #2 takes 5@110 of #3 | | 3@110#3
        one price must not set off both              |                                                         | A either buys 5 stop 90 or sells 5 stop 90 | LINK_INVALID                                                                 |          |
        a floor or a trailing stop                   | C sells 1@100, B buys 1@100                             | A either sells 5 stop 90 or sells 5 trails 3 | #3 holds 0; #4 holds 0; #4 or #3                                           |          |
        a limit buy or a breakout of it              |                                                         | A either buys 5@90 or buys 5@111 stop 110 | #1 holds 0; #2 holds 450; #2 or #1                                            | 5@90#2   |
        the stop may come first                      |                                                         | A either buys 5@111 stop 110 or buys 5@90 | #1 holds 450; #2 holds 0; #2 or #1                                            | 5@90#1   |
        a buy limit and a sell stop                  | B buys 5@80                                             | A either buys 5@90 or sells 5 stop 85 | #2 holds 0; #3 holds 450; #3 or #2                                                | 5@90#3 5@80#1 |
        two limits of one side are one               |                                                         | A either buys 5@90 or buys 5@91   | LINK_INVALID                                                                          |          |
        both are for as much                         | A either sells 5@110 or buys 5@90                       | A moves #1 to 4@90                | LINK_INVALID                                                                          | 5@90#1   | 5@110#2
        in a call both rest                          | call closing_auction                                    | A either sells 5@110 or buys 5@90 | #1 holds 450; #2 holds 5; #2 or #1                                                    | 5@90#1   | 5@110#2
        an auction fills one of them                 | call closing_auction, A either sells 5@110 or buys 5@90, B sells 9@90 | call post_close     | uncrosses 5@90 -4; #3 takes 5@90 of #1; POST_CLOSE; #2 cancelled 5 LINKED             |          | 4@90#3
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
    void staysLinkedAfterASnapshot() {
        TestMarket market = new TestMarket();
        market.runAll("A sells 5@110 or stop 95, B buys 2@110");

        var restored =
                SnapshotFixture.load(SnapshotFixture.save(market.engine()), EngineSettings.defaults(), market.events());
        market.events().clear();
        var cancel = market.identify(new CancelOrder());
        cancel.accountId = TestMarket.customer("A");
        cancel.orderId = 2;
        restored.apply(cancel);

        assertThat(market.events().terse()).containsExactly("#2 cancelled 3 USER", "#1 cancelled 3 LINKED");
        restored.audit();
    }

    @Test
    void namesTheLimitOrderInItsReply() {
        TestMarket market = new TestMarket();
        market.run("B buys 2@112");

        Reply reply = market.run("A sells 5@110 or stop 95");

        assertThat(reply.entityId).isEqualTo(3);
        assertThat(reply.filledLots).isEqualTo(2);
        assertThat(reply.remainingLots).isEqualTo(3);
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
