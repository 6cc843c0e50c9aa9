package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of the trading day. One market per line; times are nanoseconds of log time, what is due is done in order. */
class PhaseSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                         | given                                                                   | when                          | then                                                                      | bids            | asks
        a call collects orders that cross            | close, call pre_open, A buys 5@101                                      | B sells 3@99                  | #2 holds 3                                                                | 5@101#1         | 3@99#2
        opening uncrosses at one price               | close, call opening_auction, A buys 5@101, B sells 3@99                 | open                          | uncrosses 3@101 +2; #2 takes 3@101 of #1; OPEN                            | 2@101#1         |
        the most quantity wins                       | close, call opening_auction, A buys 5@102, C buys 5@101, B sells 6@100, D sells 4@103 | open            | uncrosses 6@101 +4; #3 takes 5@101 of #1; #1 frees 5; #3 takes 1@101 of #2; OPEN | 4@101#2  | 4@103#4
        then the least surplus                       | close, call opening_auction, A buys 5@102, B sells 5@98, C sells 2@100  | open                          | uncrosses 5@98 0; #2 takes 5@98 of #1; #1 frees 20; OPEN                 |                 | 2@100#3
        then the pressure of the buyers              | close, call opening_auction, A buys 9@102, B sells 5@98                 | open                          | uncrosses 5@102 +4; #2 takes 5@102 of #1; OPEN                            | 4@102#1         |
        then the pressure of the sellers             | close, call opening_auction, A buys 5@102, B sells 9@98                 | open                          | uncrosses 5@98 -4; #2 takes 5@98 of #1; #1 frees 20; OPEN                 |                 | 4@98#2
        then the nearest to the last price           | A sells 1@101, C buys 1@101, close, call opening_auction, A buys 5@104, B sells 5@98 | open             | uncrosses 5@101 0; #4 takes 5@101 of #3; #3 frees 15; OPEN                |                 |
        within the prices that are left              | A sells 1@110, C buys 1@110, close, call opening_auction, A buys 5@104, B sells 5@98 | open             | uncrosses 5@104 0; #4 takes 5@104 of #3; OPEN                             |                 |
        without a price the middle, rounded down     | close, call opening_auction, A buys 5@103, B sells 5@98                 | open                          | uncrosses 5@100 0; #2 takes 5@100 of #1; #1 frees 15; OPEN                |                 |
        within a price first come first              | close, call opening_auction, A buys 5@100, C buys 5@100, B sells 7@100  | open                          | uncrosses 7@100 +3; #3 takes 5@100 of #1; #3 takes 2@100 of #2; OPEN      | 3@100#2         |
        a better limit trades before an older order  | close, call opening_auction, A buys 5@100, C buys 5@101, B sells 7@100  | open                          | uncrosses 7@100 +3; #3 takes 5@100 of #2; #2 frees 5; #3 takes 2@100 of #1; OPEN | 3@100#1  |
        a call without trades opens                  | close, call opening_auction, A buys 5@99, B sells 5@101                 | open                          | uncrosses 0@0 0; OPEN                                                     | 5@99#1          | 5@101#2
        what is not shown trades in an auction       | close, call opening_auction, A buys 9@100 shows 2, B sells 7@100        | open                          | uncrosses 7@100 +2; #2 takes 2@100 of #1; #1 shows 2 of 7; #1 takes 2@100 of #2; #1 shows 2 of 5; #1 takes 2@100 of #2; #1 shows 2 of 3; #1 takes 1@100 of #2; OPEN | 2@100#1 |
        prevention does not act in an auction        | close, call opening_auction, A buys 5@100 prevent both                  | A sells 5@100                 | #2 holds 5                                                                | 5@100#1         | 5@100#2
        an auction sets off stops when it opens      | C sells 4@market stop 95, A buys 9@94, close, call opening_auction, A buys 5@95, B sells 5@95 | open    | uncrosses 5@95 0; #4 takes 5@95 of #3; OPEN; #1 set off by 95, holds 4; #1 takes 4@94 of #2 | 5@94#2 |
        a trailing stop follows what others followed | A sells 1@99, B buys 1@99, call closing_auction, A buys 1@98, B sells 1@98, call post_close, call opening_auction, C sells 5@market trails 2, A buys 1@99, B sells 1@99, open, A buys 9@97 | B sells 1@97 | #9 holds 1; #9 takes 1@97 of #8; #5 set off by 97, holds 5; #5 takes 5@97 of #8 | 3@97#8 |
        a call has no place for immediate orders     | close, call pre_open                                                    | A buys 5@100 ioc              | NOT_IN_THIS_PHASE                                                         |                 |
        nor for market orders                        | close, call pre_open                                                    | A buys 5@market               | NOT_IN_THIS_PHASE                                                         |                 |
        nor for post-only                            | close, call pre_open                                                    | A buys 5@100 post             | NOT_IN_THIS_PHASE                                                         |                 |
        nor for a minimum                            | close, call pre_open                                                    | A buys 5@100 min 2            | NOT_IN_THIS_PHASE                                                         |                 |
        an order at the open ends with the opening   | close, call pre_open, A buys 5@100 at open, B sells 2@100               | open                          | uncrosses 2@100 +3; #2 takes 2@100 of #1; OPEN; #1 cancelled 3 EXPIRED    |                 |
        an order at the open comes before it         |                                                                         | A buys 5@100 at open          | NOT_IN_THIS_PHASE                                                         |                 |
        a market order at the open pays its limit    | close, call pre_open, B sells 2@100                                     | A buys 2@market<=105 at open  | #2 holds 210                                                              | 2@105#2         | 2@100#1
        or needs one                                 | close, call pre_open                                                    | A buys 2@market at open       | PROTECTION_PRICE_REQUIRED                                                 |                 |
        an order at the close is kept for it         | B sells 5@100                                                           | A buys 5@100 at close         | #2 holds 500                                                              |                 | 5@100#1
        and comes into the book with its auction     | B sells 5@100, A buys 5@100 at close                                    | call closing_auction          | CLOSING_AUCTION                                                           | 5@100#2         | 5@100#1
        and is kept again where trading goes on      | A buys 5@100 at close, call closing_auction, halt, open                 | B sells 3@100                 | #2 holds 3                                                                |                 | 3@100#2
        and does not cross the book when it changes  | A buys 5@99 at close, call closing_auction, halt, open, B sells 3@100   | A moves #1 to 5@100           | #1 now 5@100 loses its place, holds 500                                   |                 | 3@100#2
        and ends with the close                      | B sells 3@100, A buys 5@100 at close, call closing_auction              | call post_close               | uncrosses 3@100 +2; #2 takes 3@100 of #1; POST_CLOSE; #2 cancelled 2 EXPIRED |              |
        and when there is no auction                 | A buys 5@100 at close                                                   | close                         | CLOSED; #1 cancelled 5 EXPIRED                                            |                 |
        it may be cancelled before                   | A buys 5@100 at close                                                   | A cancels #1                  | #1 cancelled 5 USER                                                       |                 |
        and changed                                  | A buys 5@100 at close, B sells 5@90                                     | A moves #1 to 6@101           | #1 now 6@101 loses its place, holds 606                                   |                 | 5@90#2
        an order in a call may be cancelled          | call closing_auction, A buys 5@100                                      | A cancels #1                  | #1 cancelled 5 USER                                                       |                 |
        unless the auction locks it                  | rules locked, call closing_auction, A buys 5@100                        | A cancels #1                  | ORDERS_LOCKED                                                             | 5@100#1         |
        or changed                                   | rules locked, call closing_auction, A buys 5@100                        | A moves #1 to 6@100           | ORDERS_LOCKED                                                             | 5@100#1         |
        a mass cancel passes over what is locked     | rules locked, call closing_auction, A buys 5@100                        | A cancels all                 |                                                                           | 5@100#1         |
        after the close orders do not come           | call post_close                                                         | A buys 5@100                  | INSTRUMENT_CLOSED                                                         |                 |
        but may be cancelled                         | A buys 5@100, call post_close                                           | A cancels #1                  | #1 cancelled 5 USER                                                       |                 |
        a trade far from the last price interrupts   | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 5@106     | B buys 5@106                  | #4 holds 530; VOLATILITY_INTERRUPTION until 60000000001                   | 5@106#4         | 5@106#3
        what is near trades first                    | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 2@105, A sells 5@106 | B buys 5@106       | #5 holds 530; #5 takes 2@105 of #3; #5 frees 2; VOLATILITY_INTERRUPTION until 60000000001 | 3@106#5 | 5@106#4
        an immediate order does not stay             | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 5@106     | B buys 5@106 ioc              | #4 holds 530; #4 cancelled 5 IOC_REMAINDER; VOLATILITY_INTERRUPTION until 60000000001 | | 5@106#3
        FOK counts what is near only                 | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 5@106     | B buys 5@106 fok              | CANNOT_FILL                                                               |                 | 5@106#3
        a resting order does not interrupt           | rules dynamic 5% for 60, A sells 1@100, B buys 1@100                    | A sells 5@150                 | #3 holds 5                                                                |                 | 5@150#3
        far below interrupts, too                    | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A buys 5@94       | B sells 5@94                  | #4 holds 5; VOLATILITY_INTERRUPTION until 60000000001                     | 5@94#3          | 5@94#4
        it ends by itself, at one price              | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 5@106, B buys 5@106 | time 60000000001    | indicates 5@106 0; uncrosses 5@106 0; #4 takes 5@106 of #3; OPEN          |                 |
        the static collar is around the auction      | close, call opening_auction, rules static 10% for 60, A sells 1@100, B buys 1@100, open, A sells 1@105, B buys 1@105, A sells 1@111 | B buys 1@111 | #6 holds 111; VOLATILITY_INTERRUPTION until 60000000001 | 1@111#6 | 1@111#5
        stops wait while trading is interrupted      | rules dynamic 5% for 60, A sells 1@100, B buys 1@100, C sells 1@market stop 95, A buys 1@96, A buys 1@94 | B sells 2@94 | #6 holds 2; #6 takes 1@96 of #4; VOLATILITY_INTERRUPTION until 60000000001 | 1@94#5 | 1@94#6
        a call says each second what it would do     | close, call opening_auction, A buys 5@101, B sells 3@99                 | time 1000000000               | indicates 3@101 +2                                                        | 5@101#1         | 3@99#2
        but not what it has said                     | close, call opening_auction, A buys 5@101, B sells 3@99, time 1000000000 | time 2000000000              |                                                                           | 5@101#1         | 3@99#2
        and not what would not trade                 | close, call opening_auction, A buys 5@101                               | time 1000000000               |                                                                           | 5@101#1         |
        a calendar leads through the day             | rules calendar 1, close, plan pre_open@10 opening_auction@20 open@30 closing_auction@40 post_close@50 closed@60 | time 35 | PRE_OPEN until 20; OPENING_AUCTION until 30; uncrosses 0@0 0; OPEN until 40 | |
        the last price is the next day's reference   | rules calendar 1, A sells 1@103, B buys 1@103, plan closed@10 pre_open@20 | time 25                     | CLOSED until 20; PRE_OPEN                                                 |                 |
        a plan takes the place of an older one       | rules calendar 1, plan halted@10 closed@20, plan closed@15              | time 30                       | HALTED until 15; CLOSED                                                   |                 |
        a plan lies in the future                    | time 50                                                                 | plan closed@50                | SCHEDULE_INVALID                                                          |                 |
        in the order of its times                    |                                                                         | plan open@20 closed@20        | SCHEDULE_INVALID                                                          |                 |
        a break of the calendar ends with it         | rules calendar 1, A buys 5@100, plan halted@10 open@20                  | time 20                       | HALTED until 20; OPEN                                                     | 5@100#1         |
        the opening auction may end with a break     | rules calendar 1, close, plan opening_auction@10 halted@20 open@30, time 10, A buys 5@100, B sells 5@100 | time 20 | uncrosses 5@100 0; #2 takes 5@100 of #1; HALTED until 30 | |
        what staff halted stays halted               | rules calendar 1, halt, plan closing_auction@10                         | time 20                       |                                                                           |                 |
        but its day ends                             | rules calendar 1, A buys 5@100 day, halt, plan closed@10                | time 20                       | #1 cancelled 5 EXPIRED                                                    |                 |
        an interruption gives way to the close       | rules calendar 1 dynamic 5% for 60, A sells 1@100, B buys 1@100, A sells 5@106, B buys 5@106, plan closing_auction@10 | time 20 | CLOSING_AUCTION | 5@106#4 | 5@106#3
        the market's breaker halts                   | rules calendar 1, breaker 5% for 60, close, open 100, A sells 1@105     | B buys 1@105                  | #2 holds 105; #2 takes 1@105 of #1; market moved 50000, until 60000000001; HALTED until 60000000001 | |
        and lets trading go on by a call             | rules calendar 1 for 30, breaker 5% for 60, close, open 100, A sells 1@105, B buys 1@105 | time 60000000001 | VOLATILITY_INTERRUPTION until 90000000001                                  |                 |
        it halts once a day                          | rules calendar 1 for 30, breaker 5% for 60, close, open 100, A sells 1@105, B buys 1@105, time 60000000001, open, A sells 1@106 | B buys 1@106 | #4 holds 106; #4 takes 1@106 of #3 | |
        and further away for the day                 | rules calendar 1, breaker 5% for 60 close 7%, close, open 100, A sells 1@93, plan closing_auction@70000000000 closed@80000000000 | B buys 1@93 | #2 holds 93; #2 takes 1@93 of #1; market moved -70000; HALTED until 70000000000 | |
        until it closes                              | rules calendar 1, breaker 5% for 60 close 7%, close, open 100, A sells 1@93, plan closing_auction@70000000000 closed@80000000000, B buys 1@93 | time 80000000000 | CLOSED | |
        an order ends before the phase it ends with  | close, call opening_auction until 500, A buys 5@100 until 500, B sells 5@100 | time 500                 | #1 cancelled 5 EXPIRED; uncrosses 0@0 0; OPEN                             |                 | 5@100#2
        """, useHeadersInDisplayName = true)
    void obeys(String rule, String given, String when, String then, String bids, String asks) {
        TestMarket market = new TestMarket();
        market.runAll(orEmpty(given));
        market.events().clear();

        market.run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(orEmpty(then));
        assertThat(market.book()).isEqualTo((orEmpty(bids) + " | " + orEmpty(asks)).strip());
        market.engine().audit();
        var copy = SnapshotFixture.copy(market.engine());
        assertThat(copy.digest()).isEqualTo(market.engine().digest());
        assertThat(copy.nextDeadlineNanos()).isEqualTo(market.engine().nextDeadlineNanos());
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
