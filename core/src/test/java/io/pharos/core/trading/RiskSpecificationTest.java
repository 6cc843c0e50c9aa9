package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of risk limits and kill switches: given these orders and limits, this command causes these events and
 * leaves this book. Each customer begins with 1,000,000 of cash and 10,000 shares; a second is 1,000,000,000 of time.
 */
class RiskSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                            | given                                                                    | when                          | then                                                        | bids           | asks
        a limit says what it was set to                 |                                                                          | limit quantity of A to 5      | ACCOUNT 1000 ORDER_QUANTITY 5                               |                |
        the same limit again changes nothing            | limit quantity of A to 5                                                 | limit quantity of A to 5      |                                                             |                |
        an order at the quantity limit passes           | limit quantity of A to 5                                                 | A buys 5@100                  | #1 holds 500                                                | 5@100#1        |
        an order above the quantity limit is refused    | limit quantity of A to 5                                                 | A buys 6@100                  | ORDER_QUANTITY_LIMIT                                        |                |
        a limit of one account leaves the others alone  | limit quantity of A to 5                                                 | B buys 6@100                  | #1 holds 600                                                | 6@100#1        |
        the limit of all customers binds each           | limit quantity of customers to 5                                         | A buys 6@100                  | ORDER_QUANTITY_LIMIT                                        |                |
        an account's own limit replaces that of all     | limit quantity of customers to 5, limit quantity of A to 9               | A buys 6@100                  | #1 holds 600                                                | 6@100#1        |
        an account's own limit may be none              | limit quantity of customers to 5, limit quantity of A to none            | A buys 600@100                | #1 holds 60000                                              | 600@100#1      |
        an own limit can be taken back                  | limit quantity of customers to 5, limit quantity of A to 9, limit quantity of A to default | A buys 6@100 | ORDER_QUANTITY_LIMIT                                       |                |
        the house is no customer                        | limit quantity of customers to 5                                         | H sells 600@100               | #1 holds 600                                                |                | 600@100#1
        a limit set for a house account binds it        | limit quantity of H to 5                                                 | H sells 600@100               | ORDER_QUANTITY_LIMIT                                        |                |
        the limit of an instrument binds all            | limit quantity of SHR to 5                                               | H sells 600@100               | ORDER_QUANTITY_LIMIT                                        |                |
        an instrument's own limit replaces that of all  | limit quantity of instruments to 5, limit quantity of SHR to 9           | A buys 6@100                  | #1 holds 600                                                | 6@100#1        |
        nothing replaces the limit of the firm          | limit quantity of firm to 5, limit quantity of SHR to 9, limit quantity of A to none | A buys 6@100      | ORDER_QUANTITY_LIMIT                                        |                |
        the strictest of three limits binds             | limit quantity of firm to 9, limit quantity of SHR to 8, limit quantity of A to 7 | A buys 8@100         | ORDER_QUANTITY_LIMIT                                        |                |
        a larger total is under the quantity limit      | A buys 5@100, limit quantity of A to 5                                   | A moves #1 to 6@100           | ORDER_QUANTITY_LIMIT                                        | 5@100#1        |
        a smaller total is under no limit               | A buys 9@100, limit quantity of A to 5                                   | A moves #1 to 7@100           | #1 now 7@100 keeps its place, holds 700                     | 7@100#1        |
        a smaller stop is, too, its trigger price named | A sells 9@market stop 95, limit quantity of A to 5                       | A moves #1 to 7@0 stop 95     | #1 now 7@0 keeps its place, holds 0                         |                |
        another price is under the quantity limit       | A buys 9@100, limit quantity of A to 5                                   | A moves #1 to 7@99            | ORDER_QUANTITY_LIMIT                                        | 9@100#1        |
        a limit set later leaves resting orders alone   | A buys 9@100                                                             | limit quantity of A to 5      | ACCOUNT 1000 ORDER_QUANTITY 5                               | 9@100#1        |
        a stop is under the quantity limit when placed  | limit quantity of A to 5                                                 | A sells 6@market stop 95      | ORDER_QUANTITY_LIMIT                                        |                |
        a stop is under it again when set off           | C sells 6@market stop 95, A buys 9@95, limit quantity of C to 5          | B sells 1@95                  | #3 holds 1; #3 takes 1@95 of #2; #1 set off by 95: ORDER_QUANTITY_LIMIT; #1 cancelled 6 TRIGGER_REFUSED | 8@95#2 |
        a limit order is worth price times quantity     | limit notional of A to 500                                               | A buys 5@100                  | #1 holds 500                                                | 5@100#1        |
        an order worth more is refused                  | limit notional of A to 500                                               | A sells 5@101                 | ORDER_NOTIONAL_LIMIT                                        |                |
        a market order is worth what it trades for      | B sells 3@100, B sells 9@110, limit notional of A to 520                 | A buys 5@market               | #3 holds 520; #3 takes 3@100 of #1; #3 takes 2@110 of #2    |                | 7@110#2
        a market order that trades for more is refused  | B sells 3@100, B sells 9@110, limit notional of A to 519                 | A buys 5@market               | ORDER_NOTIONAL_LIMIT                                        |                | 3@100#1 9@110#2
        a market sell is worth what it trades for, too  | B buys 3@100, B buys 9@90, limit notional of A to 479                    | A sells 5@market              | ORDER_NOTIONAL_LIMIT                                        | 3@100#1 9@90#2 |
        market to limit is worth its whole quantity     | B sells 3@100, limit notional of A to 499                                | A buys 5@market to limit      | ORDER_NOTIONAL_LIMIT                                        |                | 3@100#1
        a stop is worth its trigger price when placed   | limit notional of A to 500                                               | A sells 5@market stop 101     | ORDER_NOTIONAL_LIMIT                                        |                |
        a stop-limit is worth its limit when placed     | limit notional of A to 500                                               | A sells 5@100 stop 101        | #1 holds 0                                                  |                |
        a stop is worth what it trades for when set off | C buys 5@market stop 95, A sells 1@95, A sells 9@101, limit notional of C to 500 | B buys 1@95           | #4 holds 95; #4 takes 1@95 of #2; #1 set off by 95: ORDER_NOTIONAL_LIMIT; #1 cancelled 5 TRIGGER_REFUSED | | 9@101#3
        a dearer replacement is under the limit         | A buys 5@100, limit notional of A to 500                                 | A moves #1 to 5@101           | ORDER_NOTIONAL_LIMIT                                        | 5@100#1        |
        a collar without any price binds nothing        | limit collar of firm to 100000                                           | A buys 1@999                  | #1 holds 999                                                | 1@999#1        |
        a buy at the collar passes                      | A sells 1@100, B buys 1@100, limit collar of firm to 100000              | A buys 1@110                  | #3 holds 110                                                | 1@110#3        |
        a buy above the collar is refused               | A sells 1@100, B buys 1@100, limit collar of firm to 100000              | A buys 1@111                  | PRICE_OUTSIDE_COLLAR                                        |                |
        a sell below the collar is refused              | A sells 1@100, B buys 1@100, limit collar of firm to 100000              | A sells 1@89                  | PRICE_OUTSIDE_COLLAR                                        |                |
        a patient price is within any collar            | A sells 1@100, B buys 1@100, limit collar of firm to 100000              | A buys 1@5                    | #3 holds 5                                                  | 1@5#3          |
        without a last price the reference counts       | close, open 100, limit collar of firm to 100000                          | A buys 1@111                  | PRICE_OUTSIDE_COLLAR                                        |                |
        a replacement is under the collar               | A sells 1@100, B buys 1@100, A buys 1@100, limit collar of firm to 100000 | A moves #3 to 1@111          | PRICE_OUTSIDE_COLLAR                                        | 1@100#3        |
        a market order goes no further than the collar  | A sells 1@100, B buys 1@100, A sells 2@108, A sells 2@120, limit collar of firm to 100000 | B buys 4@market | #5 holds 216; #5 takes 2@108 of #3; #5 cancelled 2 IOC_REMAINDER |     | 2@120#4
        a market order that would go further finds none | A sells 1@100, B buys 1@100, A sells 2@120, limit collar of firm to 100000 | B buys 4@market to limit    | NO_LIQUIDITY                                                |                | 2@120#3
        a stop-limit is under the collar when set off   | C sells 5@70 stop 95, A buys 1@95, limit collar of firm to 100000        | B sells 1@95                  | #3 holds 1; #3 takes 1@95 of #2; #1 set off by 95: PRICE_OUTSIDE_COLLAR; #1 cancelled 5 TRIGGER_REFUSED | |
        an account has so many open orders              | A buys 1@100, A sells 1@market stop 90, limit open of A to 2             | A buys 1@99                   | OPEN_ORDERS_LIMIT                                           | 1@100#1        |
        an order that cannot rest is not open           | B sells 1@101, A buys 1@100, limit open of A to 1                        | A buys 1@101 ioc              | #3 holds 101; #3 takes 1@101 of #1                          | 1@100#2        |
        an instrument has so many open orders           | A buys 1@100, B buys 1@100, limit open of SHR to 2                       | C buys 1@99                   | OPEN_ORDERS_LIMIT                                           | 1@100#1 1@100#2 |
        the firm has so many open orders                | A buys 1@100, B buys 1@100, limit open of firm to 2                      | C buys 1@99 day               | OPEN_ORDERS_LIMIT                                           | 1@100#1 1@100#2 |
        concentration counts holdings and the order     | A sells 1@100, B buys 1@100, limit concentration of A to 1000900         | A buys 11@100                 | CONCENTRATION_LIMIT                                         |                |
        up to the limit it may grow                     | A sells 1@100, B buys 1@100, limit concentration of A to 1000900         | A buys 10@100                 | #3 holds 1000                                               | 10@100#3       |
        what open sells hold is still there             | A sells 1@100, B buys 1@100, A sells 99@200, limit concentration of A to 1000900 | A buys 11@100         | CONCENTRATION_LIMIT                                         |                | 99@200#3
        resting buys count at their limits              | A sells 1@100, B buys 1@100, A buys 10@50, limit concentration of A to 1000900 | A buys 6@100            | CONCENTRATION_LIMIT                                         | 10@50#3        |
        a waiting buy does not count                    | A sells 1@100, B buys 1@100, A buys 10@market stop 150, limit concentration of A to 1000900 | A buys 10@100 | #4 holds 1000                                            | 10@100#4       |
        it counts when it is set off                    | C sells 9@90, A buys 1@90 stop 90, limit concentration of A to 900089    | B buys 1@90                   | #3 holds 90; #3 takes 1@90 of #1; #2 set off by 90: CONCENTRATION_LIMIT; #2 cancelled 1 TRIGGER_REFUSED | | 8@90#1
        a sell is under no concentration limit          | A sells 1@100, B buys 1@100, limit concentration of A to 1               | A sells 10@100                | #3 holds 10                                                 |                | 10@100#3
        a replaced buy does not count twice             | A sells 1@100, B buys 1@100, A buys 10@99, limit concentration of A to 1000900 | A moves #3 to 10@100    | #3 now 10@100 loses its place, holds 1000                   | 10@100#3       |
        a replaced buy may not exceed it                | A sells 1@100, B buys 1@100, A buys 10@99, limit concentration of A to 1000900 | A moves #3 to 11@100    | CONCENTRATION_LIMIT                                         | 10@99#3        |
        the house is under no concentration limit       | A sells 1@100, B buys 1@100, limit concentration of firm to 1            | H buys 10@100                 | #3 holds 1000                                               | 10@100#3       |
        so many messages may come at once               | limit rate of A to 2, A buys 1@100                                       | A buys 1@99                   | #2 holds 99                                                 | 1@100#1 1@99#2 |
        one more is refused                             | limit rate of A to 2, A buys 1@100, A buys 1@99                          | A buys 1@98                   | MESSAGE_RATE_EXCEEDED                                       | 1@100#1 1@99#2 |
        a change is a message                           | limit rate of A to 1, A buys 2@100                                       | A moves #1 to 1@100           | MESSAGE_RATE_EXCEEDED                                       | 2@100#1        |
        a cancellation is never refused                 | limit rate of A to 1, A buys 2@100                                       | A cancels #1                  | #1 cancelled 2 USER                                         |                |
        a cancellation counts                           | A buys 2@100, limit rate of A to 1, A cancels #1                         | A buys 1@100                  | MESSAGE_RATE_EXCEEDED                                       |                |
        a mass cancel counts once                       | A buys 2@100, A buys 2@99, limit rate of A to 2, A cancels all           | A buys 1@100                  | #3 holds 100                                                | 1@100#3        |
        a refused order was a message                   | limit rate of A to 1, A buys 0@100                                       | A buys 1@100                  | MESSAGE_RATE_EXCEEDED                                       |                |
        one refused for the rate was none               | limit rate of A to 1, A buys 1@100, A buys 1@99, A buys 1@98, time 1000000001 | A buys 1@97              | #2 holds 97                                                 | 1@100#1 1@97#2 |
        room comes back with log time                   | limit rate of A to 2, A buys 1@100, A buys 1@99, time 500000001          | A buys 1@98                   | #3 holds 98                                                 | 1@100#1 1@99#2 1@98#3 |
        not all of it at once                           | limit rate of A to 2, A buys 1@100, A buys 1@99, time 500000001, A buys 1@98 | A buys 1@97               | MESSAGE_RATE_EXCEEDED                                       | 1@100#1 1@99#2 1@98#3 |
        not before its time                             | limit rate of A to 2, A buys 1@100, A buys 1@99, time 500000000          | A buys 1@98                   | MESSAGE_RATE_EXCEEDED                                       | 1@100#1 1@99#2 |
        no more than a second's worth comes back        | limit rate of A to 1, A buys 1@100, time 9000000000, A buys 1@99         | A buys 1@98                   | MESSAGE_RATE_EXCEEDED                                       | 1@100#1 1@99#2 |
        each customer has a rate of their own           | limit rate of customers to 1, A buys 1@100                               | B buys 1@99                   | #2 holds 99                                                 | 1@100#1 1@99#2 |
        the firm's rate counts everybody                | limit rate of firm to 1, A buys 1@100                                    | B buys 1@99                   | MESSAGE_RATE_EXCEEDED                                       | 1@100#1        |
        an instrument's rate counts everybody           | limit rate of SHR to 1, A buys 1@100                                     | B buys 1@99                   | MESSAGE_RATE_EXCEEDED                                       | 1@100#1        |
        a blocked account loses its orders              | A buys 1@100, B buys 2@100, A sells 3@market stop 90                     | block A                       | ACCOUNT 1000 blocked; #1 cancelled 1 KILL_SWITCH; #3 cancelled 3 KILL_SWITCH | 2@100#2 |
        a blocked account places no order               | block A                                                                  | A buys 1@100                  | ACCOUNT_BLOCKED                                             |                |
        other accounts trade on                         | block A                                                                  | B buys 1@100                  | #1 holds 100                                                | 1@100#1        |
        a blocked instrument loses its orders           | A buys 1@100, B buys 2@101, A sells 3@market stop 90                     | block SHR                     | INSTRUMENT 1 blocked; #2 cancelled 2 KILL_SWITCH; #1 cancelled 1 KILL_SWITCH; #3 cancelled 3 KILL_SWITCH | |
        a blocked instrument takes no order             | block SHR                                                                | H sells 1@100                 | INSTRUMENT_BLOCKED                                          |                |
        a blocked firm loses all orders                 | A buys 1@100, B buys 2@101                                               | block firm                    | FIRM 0 blocked; #2 cancelled 2 KILL_SWITCH; #1 cancelled 1 KILL_SWITCH | |
        a blocked firm takes no order                   | block firm                                                               | H sells 1@100                 | FIRM_BLOCKED                                                |                |
        the widest switch is named first                | block SHR, block A, block firm                                           | A buys 1@100                  | FIRM_BLOCKED                                                |                |
        a switch engaged again changes nothing          | block A                                                                  | block A                       |                                                             |                |
        a released account trades again                 | block A, release A                                                       | A buys 1@100                  | #1 holds 100                                                | 1@100#1        |
        each switch is released by itself               | block A, block firm, release firm                                        | A buys 1@100                  | ACCOUNT_BLOCKED                                             |                |
        money still moves on a blocked account          | block A                                                                  | A pays 5 shares               |                                                             |                |
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
    void cancelsSoManyOrdersAtAStepAndTheRestAsTimeGoesOn() {
        TestMarket market = new TestMarket(sweepingTwo(), terms -> {});
        market.runAll("A buys 1@100, A buys 1@99, A buys 1@98, B sells 1@101, B sells 1@market stop 50");
        market.events().clear();

        assertThat(market.run("block firm").entityId).isEqualTo(5);
        assertThat(market.events().terse())
                .containsExactly("FIRM 0 blocked", "#1 cancelled 1 KILL_SWITCH", "#2 cancelled 1 KILL_SWITCH");
        assertThat(market.engine().nextDeadlineNanos())
                .isEqualTo(market.engine().timeNanos());
        assertThat(market.run("A buys 1@100").outcome.name()).isEqualTo("FIRM_BLOCKED");
        assertThat(market.run("A moves #3 to 2@98").outcome.name()).isEqualTo("FIRM_BLOCKED");
        assertThat(market.run("release firm").outcome.name()).isEqualTo("CANCELS_PENDING");
        assertThat(market.run("A cancels #3").outcome.isAccepted()).isTrue();

        market.events().clear();
        market.run("time 2");

        assertThat(market.events().terse()).containsExactly("#4 cancelled 1 KILL_SWITCH", "#5 cancelled 1 KILL_SWITCH");
        assertThat(market.engine().nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(market.run("release firm").outcome.isAccepted()).isTrue();
        assertThat(market.run("A buys 1@100").outcome.isAccepted()).isTrue();
        market.engine().audit();
    }

    @Test
    void isDoneWhenTheLastOrderOfAStepTakesItsPartnerAlong() {
        TestMarket market = new TestMarket(sweepingTwo(), terms -> {});
        market.runAll("A buys 1@100, A sells 5@110 or stop 95, block SHR");

        assertThat(market.engine().nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(market.run("halt").outcome.isAccepted()).isTrue();
    }

    @Test
    void goesOnCancellingAfterASnapshot() {
        TestMarket market = new TestMarket(sweepingTwo(), terms -> {});
        market.runAll("A buys 1@100, A buys 1@99, A buys 1@98, B sells 1@101, B sells 1@102, block SHR");

        var restored = SnapshotFixture.load(SnapshotFixture.save(market.engine()), sweepingTwo(), market.events());
        market.events().clear();
        restored.advanceTo(2);
        restored.advanceTo(2);

        assertThat(market.events().terse())
                .containsExactly(
                        "#3 cancelled 1 KILL_SWITCH", "#4 cancelled 1 KILL_SWITCH", "#5 cancelled 1 KILL_SWITCH");
        assertThat(restored.nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        restored.audit();
    }

    private static EngineSettings sweepingTwo() {
        return new EngineSettings(8, 8, 50, 10, 100, 100, 2, 4, 16, Long.MAX_VALUE);
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
