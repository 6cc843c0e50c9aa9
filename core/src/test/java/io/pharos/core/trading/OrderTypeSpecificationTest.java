package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.engine.Reply;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of order types and of how long orders stay: given these orders, this command causes these events and leaves
 * this book. A book shows what is open of each order, shown or not.
 */
class OrderTypeSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                         | given                                                  | when                          | then                                                                      | bids            | asks
        a stop waits and holds nothing               | A sells 1@100, B buys 1@100                            | C sells 5@market stop 95      | #3 holds 0                                                                |                 |
        a stop without a last price waits            |                                                        | C sells 5@market stop 95      | #1 holds 0                                                                |                 |
        a sell stop is set off at its price          | C sells 5@market stop 95, A buys 9@95                  | B sells 1@95                  | #3 holds 1; #3 takes 1@95 of #2; #1 set off by 95, holds 5; #1 takes 5@95 of #2 | 3@95#2    |
        a sell stop is set off below its price       | C sells 5@market stop 95, A buys 9@94                  | B sells 1@94                  | #3 holds 1; #3 takes 1@94 of #2; #1 set off by 94, holds 5; #1 takes 5@94 of #2 | 3@94#2    |
        a sell stop is not set off above its price   | C sells 5@market stop 95, A buys 9@96                  | B sells 1@96                  | #3 holds 1; #3 takes 1@96 of #2                                           | 8@96#2          |
        a buy stop is set off at or above its price  | C buys 2@market stop 105, A sells 9@106                | B buys 1@106                  | #3 holds 106; #3 takes 1@106 of #2; #1 set off by 106, holds 212; #1 takes 2@106 of #2 |    | 6@106#2
        a stop set off already trades at once        | A sells 1@94, B buys 1@94, A buys 9@93                 | C sells 5@market stop 95      | #4 holds 0; #4 set off by 94, holds 5; #4 takes 5@93 of #3                | 4@93#3          |
        a stop waits for what its account has not got | A pays 10000 shares                                    | A sells 5@market stop 95      | #1 holds 0                                                                |                 |
        a stop-limit becomes a limit order           | C sells 5@94 stop 95, A buys 2@95                      | B sells 2@95                  | #3 holds 2; #3 takes 2@95 of #2; #1 set off by 95, holds 5                |                 | 5@94#1
        a stop keeps to its protection price         | C sells 5@market>=94 stop 95, A buys 1@95, A buys 9@93 | B sells 1@95                  | #4 holds 1; #4 takes 1@95 of #2; #1 set off by 95: NO_LIQUIDITY; #1 cancelled 5 TRIGGER_REFUSED | 9@93#3 |
        a stop that nobody can fill is refused       | C sells 5@market stop 95, A buys 1@95                  | B sells 1@95                  | #3 holds 1; #3 takes 1@95 of #2; #1 set off by 95: NO_LIQUIDITY; #1 cancelled 5 TRIGGER_REFUSED | |
        a stop without means is refused when set off | C buys 999999@market stop 95, A sells 9@95, A sells 999@1001 | B buys 1@95             | #4 holds 95; #4 takes 1@95 of #2; #1 set off by 95: INSUFFICIENT_FUNDS; #1 cancelled 999999 TRIGGER_REFUSED | | 8@95#2 999@1001#3
        stops set each other off, one by one         | C sells 1@market stop 95, D sells 1@market stop 94, A buys 1@95, A buys 1@94, A buys 1@93 | B sells 1@95 | #6 holds 1; #6 takes 1@95 of #3; #1 set off by 95, holds 1; #1 takes 1@94 of #4; #2 set off by 94, holds 1; #2 takes 1@93 of #5 | |
        the nearest stop is set off first            | C sells 1@market stop 94, D sells 1@market stop 95, A buys 9@93 | B sells 1@93          | #4 holds 1; #4 takes 1@93 of #3; #2 set off by 93, holds 1; #2 takes 1@93 of #3; #1 set off by 93, holds 1; #1 takes 1@93 of #3 | 6@93#3 |
        of stops at one price the first comes first  | C sells 1@market stop 95, D sells 1@market stop 95, A buys 9@95 | B sells 1@95          | #4 holds 1; #4 takes 1@95 of #3; #1 set off by 95, holds 1; #1 takes 1@95 of #3; #2 set off by 95, holds 1; #2 takes 1@95 of #3 | 6@95#3 |
        a waiting stop can be cancelled              | C sells 5@market stop 95                               | C cancels #1                  | #1 cancelled 5 USER                                                       |                 |
        a waiting stop gets another trigger price    | C sells 5@market stop 95, A buys 9@96                  | C moves #1 to 5@0 stop 97     | #1 now 5@0 loses its place, holds 0                                       | 9@96#2          |
        a moved stop may be set off at once          | C sells 5@market stop 95, A buys 9@96, B sells 1@96    | C moves #1 to 5@0 stop 97     | #1 now 5@0 loses its place, holds 0; #1 set off by 96, holds 5; #1 takes 5@96 of #2 | 3@96#2 |
        a resting order has no trigger price         | A buys 5@100                                           | A moves #1 to 5@100 stop 97   | TRIGGER_INVALID                                                           | 5@100#1         |
        a trailing sell follows the price up         | A sells 2@100, B buys 1@100, C sells 5@market trails 3, A sells 1@104, B buys 1@100, B buys 1@104, A buys 9@101 | B sells 1@101 | #8 holds 1; #8 takes 1@101 of #7; #3 set off by 101, holds 5; #3 takes 5@101 of #7 | 3@101#7 |
        a trailing sell does not follow down         | A sells 2@100, B buys 2@100, C sells 5@market trails 3, A buys 9@98 | B sells 1@98       | #5 holds 1; #5 takes 1@98 of #4                                           | 8@98#4          |
        a trailing buy follows the price down        | A buys 9@100, B sells 1@100, C buys 2@market trails 5%, B sells 8@100, A buys 1@96, B sells 1@96, A sells 9@101 | B buys 1@101 | #8 holds 101; #8 takes 1@101 of #7; #3 set off by 101, holds 202; #3 takes 2@101 of #7 | | 6@101#7
        a trailing stop follows from the start       | A sells 1@100, B buys 1@100, C sells 5@market trails 3 from 90, A buys 9@97 | B sells 1@97 | #5 holds 1; #5 takes 1@97 of #4; #3 set off by 97, holds 5; #3 takes 5@97 of #4 | 3@97#4 |
        a trailing stop keeps a nearer start         | A sells 1@100, B buys 1@100, C sells 5@market trails 3 from 99, A buys 9@99 | B sells 1@99 | #5 holds 1; #5 takes 1@99 of #4; #3 set off by 99, holds 5; #3 takes 5@99 of #4 | 3@99#4 |
        a trailing stop needs a price to start from  |                                                        | C sells 5@market trails 3     | TRIGGER_INVALID                                                           |                 |
        a trigger price that moved is told           | A sells 2@100, B buys 1@100, C sells 5@market trails 3, A sells 1@104, B buys 1@100, B buys 1@104 | time 1000000000 | #3 waits for 101                                                      |                 |
        once, and not where it has not moved         | A sells 2@100, B buys 1@100, C sells 5@market trails 3, A sells 1@104, B buys 1@100, B buys 1@104, time 1000000000 | time 9000000000 |                                                           |                 |
        not before the second is over                | A sells 2@100, B buys 1@100, C sells 5@market trails 3, A sells 1@104, B buys 1@100, B buys 1@104 | time 999999999 |                                                                        |                 |
        market to limit takes the best price         | A sells 5@100, B sells 5@101                           | C buys 8@market to limit      | #3 holds 800; #3 takes 5@100 of #1                                        | 3@100#3         | 5@101#2
        market to limit needs a counterpart          | A buys 5@100                                           | C buys 8@market to limit      | NO_LIQUIDITY                                                              | 5@100#1         |
        post-only is repriced behind the other side  | A sells 5@100                                          | B buys 5@103 post reprice     | #2 holds 495                                                              | 5@99#2          | 5@100#1
        post-only keeps a price that does not take   | A sells 5@100                                          | B buys 5@98 post reprice      | #2 holds 490                                                              | 5@98#2          | 5@100#1
        no room behind the other side refuses        | A sells 5@1                                            | B buys 5@1 post reprice       | WOULD_TAKE                                                                |                 | 5@1#1
        an iceberg shows a part                      |                                                        | A sells 10@100 shows 4        | #1 holds 10; #1 shows 4 of 10                                             |                 | 10@100#1
        a used up part comes up behind the others    | A sells 10@100 shows 4, B sells 5@100                  | C buys 6@100                  | #3 holds 600; #3 takes 4@100 of #1; #1 shows 4 of 6; #3 takes 2@100 of #2 |                 | 3@100#2 6@100#1
        an iceberg trades all of it within one order | A sells 10@100 shows 4                                 | C buys 12@100                 | #2 holds 1200; #2 takes 4@100 of #1; #1 shows 4 of 6; #2 takes 4@100 of #1; #1 shows 2 of 2; #2 takes 2@100 of #1 | 2@100#2 |
        an incoming iceberg trades with all of it    | A sells 6@100                                          | B buys 10@100 shows 3         | #2 holds 1000; #2 takes 6@100 of #1; #2 shows 3 of 4                      | 4@100#2         |
        FOK counts what is not shown                 | A sells 10@100 shows 4                                 | C buys 10@100 fok             | #2 holds 1000; #2 takes 4@100 of #1; #1 shows 4 of 6; #2 takes 4@100 of #1; #1 shows 2 of 2; #2 takes 2@100 of #1 | |
        a market buy pays for what is not shown      | A sells 10@100 shows 4                                 | C buys 7@market               | #2 holds 700; #2 takes 4@100 of #1; #1 shows 4 of 6; #2 takes 3@100 of #1 |                 | 3@100#1
        a smaller iceberg keeps its place            | A sells 10@100 shows 4, B sells 1@100                  | A moves #1 to 3@100           | #1 now 3@100 keeps its place, holds 3; #1 shows 3 of 3                    |                 | 3@100#1 1@100#2
        the shown part is less than the whole        |                                                        | A sells 10@100 shows 10       | DISPLAY_INVALID                                                           |                 |
        an immediate order has nothing to hide       |                                                        | A sells 10@100 ioc shows 4    | DISPLAY_INVALID                                                           |                 |
        a minimum that is there trades               | A sells 5@100                                          | B buys 8@100 min 5            | #2 holds 800; #2 takes 5@100 of #1                                        | 3@100#2         |
        a minimum that is not there refuses          | A sells 5@100                                          | B buys 8@100 min 6            | MINIMUM_NOT_MET                                                           |                 | 5@100#1
        prevention cancels the newest                | A sells 5@100, B sells 5@100                           | A buys 8@100 prevent newest   | #3 holds 800; #3 cancelled 8 SELF_TRADE                                   |                 | 5@100#1 5@100#2
        prevention cancels the newest where they meet | B sells 5@100, A sells 5@100                          | A buys 8@100 prevent newest   | #3 holds 800; #3 takes 5@100 of #1; #3 cancelled 3 SELF_TRADE             |                 | 5@100#2
        prevention cancels the oldest and goes on    | A sells 5@100, B sells 5@100                           | A buys 8@100 prevent oldest   | #3 holds 800; #1 cancelled 5 SELF_TRADE; #3 takes 5@100 of #2             | 3@100#3         |
        prevention cancels both                      | A sells 5@100, B sells 5@100                           | A buys 8@100 prevent both     | #3 holds 800; #1 cancelled 5 SELF_TRADE; #3 cancelled 8 SELF_TRADE        |                 | 5@100#2
        prevention takes the smaller off both        | A sells 5@100, B sells 5@100                           | A buys 8@100 prevent decrement | #3 holds 800; #1 cancelled 5 SELF_TRADE; #3 loses 5, frees 500; #3 takes 3@100 of #2 |       | 2@100#2
        prevention shrinks the resting order         | A sells 9@100                                          | A buys 8@100 prevent decrement | #2 holds 800; #1 loses 8, frees 8; #2 cancelled 8 SELF_TRADE              |                 | 1@100#1
        prevention leaves other accounts alone       | B sells 5@100                                          | A buys 5@100 prevent both     | #2 holds 500; #2 takes 5@100 of #1                                        |                 |
        FOK does not count orders it must not meet   | B sells 5@100, A sells 5@100                           | A buys 8@100 fok prevent newest | CANNOT_FILL                                                             |                 | 5@100#1 5@100#2
        FOK passes over orders that give way         | A sells 5@100, B sells 8@100                           | A buys 8@100 fok prevent oldest | #3 holds 800; #1 cancelled 5 SELF_TRADE; #3 takes 8@100 of #2           |                 |
        a market buy pays past orders that give way  | A sells 5@100, B sells 8@200                           | A buys 8@market prevent oldest | #3 holds 1600; #1 cancelled 5 SELF_TRADE; #3 takes 8@200 of #2           |                 |
        a market sell gives back what prevention took | A buys 5@100, B buys 9@99                             | A sells 8@market prevent decrement | #3 holds 8; #1 cancelled 5 SELF_TRADE; #3 loses 5, frees 0; #3 takes 3@99 of #2; #3 frees 5 | 6@99#2 |
        a good-till-date order ends at its time      | A buys 5@100 until 500, B buys 5@100                   | time 500                      | #1 cancelled 5 EXPIRED                                                    | 5@100#2         |
        it does not end before                       | A buys 5@100 until 500                                 | time 499                      |                                                                           | 5@100#1         |
        orders end in the order of their times       | A buys 5@100 until 500, B buys 5@99 until 400          | time 600                      | #2 cancelled 5 EXPIRED; #1 cancelled 5 EXPIRED                            |                 |
        a waiting stop ends at its time, too         | A sells 5@market stop 95 until 500                     | time 500                      | #1 cancelled 5 EXPIRED                                                    |                 |
        good till date needs a time to come          | time 700                                               | A buys 5@100 until 700        | EXPIRY_INVALID                                                            |                 |
        a day order ends when its market closes      | A buys 5@100 day, B buys 5@100, C sells 1@market stop 95 day | close                   | CLOSED; #1 cancelled 5 EXPIRED; #3 cancelled 1 EXPIRED                    | 5@100#2         |
        a day order outlives a halt                  | A buys 5@100 day                                       | halt                          | HALTED                                                                    | 5@100#1         |
        a market order does not stay for a day       | B sells 5@100                                          | A buys 5@market day           | TIME_IN_FORCE_NOT_ALLOWED                                                 |                 | 5@100#1
        a stop is not immediate                      |                                                        | A buys 5@market ioc stop 95   | TIME_IN_FORCE_NOT_ALLOWED                                                 |                 |
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
    void tellsInItsReplyWhatAStopDidThatWasSetOffAtOnce() {
        TestMarket market = new TestMarket();
        market.runAll("A sells 1@94, B buys 1@94, A buys 3@93");

        Reply reply = market.run("C sells 5@93 stop 95");
        assertThat(reply.filledLots).isEqualTo(3);
        assertThat(reply.remainingLots).isEqualTo(2);

        reply = market.run("C sells 5@market stop 95");
        assertThat(market.events().terse()).endsWith("#5 cancelled 5 TRIGGER_REFUSED");
        assertThat(reply.filledLots).isZero();
        assertThat(reply.remainingLots).isZero();
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
