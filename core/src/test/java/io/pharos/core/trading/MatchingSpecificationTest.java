package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of matching: given these orders, this command causes these events and leaves this book. Orders are numbered
 * as they are accepted; a book shows bids, then asks, best first.
 */
class MatchingSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rule                                       | given                                | when                 | then                                                                    | bids            | asks
        a limit order rests where nothing crosses  |                                      | A buys 7@100         | #1 holds 700                                                            | 7@100#1         |
        the best price trades first                | A sells 5@102, B sells 5@101         | C buys 5@102         | #3 holds 510; #3 takes 5@101 of #2; #3 frees 5                          |                 | 5@102#1
        within a price the first come trades first | A sells 5@100, B sells 5@100         | C buys 5@100         | #3 holds 500; #3 takes 5@100 of #1                                      |                 | 5@100#2
        a trade is at the price of who waited      | A buys 5@103                         | B sells 5@100        | #2 holds 5; #2 takes 5@103 of #1                                        |                 |
        an order walks through the levels          | A sells 5@100, B sells 5@101         | C buys 8@101         | #3 holds 808; #3 takes 5@100 of #1; #3 frees 5; #3 takes 3@101 of #2    |                 | 2@101#2
        what is left of a limit order rests        | A sells 5@100                        | B buys 8@100         | #2 holds 800; #2 takes 5@100 of #1                                      | 3@100#2         |
        a filled part keeps its place              | A sells 5@100, B sells 5@100, C buys 2@100 | D buys 4@100   | #4 holds 400; #4 takes 3@100 of #1; #4 takes 1@100 of #2                |                 | 4@100#2
        an order stops at its limit                | A sells 5@100, B sells 5@101         | C buys 8@100         | #3 holds 800; #3 takes 5@100 of #1                                      | 3@100#3         | 5@101#2
        a sell walks down the bids                 | A buys 5@99, B buys 5@100            | C sells 8@99         | #3 holds 8; #3 takes 5@100 of #2; #3 takes 3@99 of #1                   | 2@99#1          |
        IOC cancels what it cannot trade at once   | A sells 5@100                        | B buys 8@100 ioc     | #2 holds 800; #2 takes 5@100 of #1; #2 cancelled 3 IOC_REMAINDER        |                 |
        IOC without a counterpart trades nothing   | A sells 5@101                        | B buys 8@100 ioc     | #2 holds 800; #2 cancelled 8 IOC_REMAINDER                              |                 | 5@101#1
        FOK trades whole                           | A sells 5@100, B sells 5@101         | C buys 10@101 fok    | #3 holds 1010; #3 takes 5@100 of #1; #3 frees 5; #3 takes 5@101 of #2   |                 |
        FOK is refused where it cannot be whole    | A sells 5@100, B sells 5@101         | C buys 11@101 fok    | CANNOT_FILL                                                             |                 | 5@100#1 5@101#2
        FOK does not count what its limit excludes | A sells 5@100, B sells 5@101         | C buys 10@100 fok    | CANNOT_FILL                                                             |                 | 5@100#1 5@101#2
        post-only rests where it would not take    | A sells 5@101                        | B buys 5@100 post    | #2 holds 500                                                            | 5@100#2         | 5@101#1
        post-only is refused where it would take   | A sells 5@100                        | B buys 5@100 post    | WOULD_TAKE                                                              |                 | 5@100#1
        a market buy holds its exact cost          | A sells 5@100, B sells 5@101         | C buys 8@market      | #3 holds 803; #3 takes 5@100 of #1; #3 takes 3@101 of #2                |                 | 2@101#2
        a market order never rests                 | A sells 5@100                        | B buys 8@market      | #2 holds 500; #2 takes 5@100 of #1; #2 cancelled 3 IOC_REMAINDER        |                 |
        a market sell holds what it would deliver  | A buys 5@100                         | B sells 8@market     | #2 holds 8; #2 takes 5@100 of #1; #2 cancelled 3 IOC_REMAINDER          |                 |
        a market order needs a counterpart         | A buys 5@100                         | B buys 5@market      | NO_LIQUIDITY                                                            | 5@100#1         |
        a protection price stops a market buy      | A sells 5@100, B sells 5@103         | C buys 8@market<=102 | #3 holds 500; #3 takes 5@100 of #1; #3 cancelled 3 IOC_REMAINDER        |                 | 5@103#2
        a protection price stops a market sell     | A buys 5@100, B buys 5@97            | C sells 8@market>=98 | #3 holds 8; #3 takes 5@100 of #1; #3 cancelled 3 IOC_REMAINDER          | 5@97#2          |
        a protection price out of reach refuses    | A sells 5@103                        | C buys 8@market<=102 | NO_LIQUIDITY                                                            |                 | 5@103#1
        a market FOK trades whole or not at all    | A sells 5@100                        | B buys 6@market fok  | CANNOT_FILL                                                             |                 | 5@100#1
        less at the same price keeps the place     | A buys 5@100, B buys 5@100           | A moves #1 to 3@100  | #1 now 3@100 keeps its place, holds 300                                 | 3@100#1 5@100#2 |
        more loses the place                       | A buys 5@100, B buys 5@100           | A moves #1 to 6@100  | #1 now 6@100 loses its place, holds 600                                 | 5@100#2 6@100#1 |
        another price loses the place              | A buys 5@100, B buys 5@99            | A moves #1 to 5@99   | #1 now 5@99 loses its place, holds 495                                  | 5@99#2 5@99#1   |
        less at another price loses the place      | A buys 5@100, B buys 5@99            | A moves #1 to 3@99   | #1 now 3@99 loses its place, holds 297                                  | 5@99#2 3@99#1   |
        a move into the other side trades          | A buys 5@99, B sells 3@101           | A moves #1 to 5@101  | #1 now 5@101 loses its place, holds 505; #1 takes 3@101 of #2           | 2@101#1         |
        a move that trades whole ends the order    | A buys 5@99, B sells 5@101           | A moves #1 to 5@102  | #1 now 5@102 loses its place, holds 510; #1 takes 5@101 of #2; #1 frees 5 |               |
        a total includes what is filled            | A buys 5@100, B sells 2@100          | A moves #1 to 4@100  | #1 now 4@100 keeps its place, holds 200                                 | 2@100#1         |
        a total must exceed what is filled         | A buys 5@100, B sells 2@100          | A moves #1 to 2@100  | QUANTITY_BELOW_FILLED                                                   | 3@100#1         |
        a move that changes nothing is refused     | A buys 5@100                         | A moves #1 to 5@100  | NO_CHANGE                                                               | 5@100#1         |
        a moved post-only order still does not take | A buys 5@100 post, B sells 5@101    | A moves #1 to 5@101  | WOULD_TAKE                                                              | 5@100#1         | 5@101#2
        somebody else cannot move an order         | A buys 5@100                         | B moves #1 to 3@100  | ORDER_NOT_FOUND                                                         | 5@100#1         |
        a cancelled order leaves the book          | A buys 5@100, B buys 5@100           | A cancels #1         | #1 cancelled 5 USER                                                     | 5@100#2         |
        somebody else cannot cancel an order       | A buys 5@100                         | B cancels #1         | ORDER_NOT_FOUND                                                         | 5@100#1         |
        a filled order cannot be cancelled         | A buys 5@100, B sells 5@100          | A cancels #1         | ORDER_NOT_FOUND                                                         |                 |
        a mass cancel takes the oldest first       | A sells 5@103, B buys 5@100, A buys 5@99 | A cancels all    | #1 cancelled 5 MASS; #3 cancelled 5 MASS                                | 5@100#2         |
        nothing trades while halted                | A sells 5@100, halt                  | B buys 5@100         | INSTRUMENT_HALTED                                                       |                 | 5@100#1
        nothing is moved while halted              | A sells 5@100, halt                  | A moves #1 to 3@100  | INSTRUMENT_HALTED                                                       |                 | 5@100#1
        orders may be cancelled while halted       | A sells 5@100, halt                  | A cancels #1         | #1 cancelled 5 USER                                                     |                 |
        nothing trades while closed                | A sells 5@100, close                 | B buys 5@100         | INSTRUMENT_CLOSED                                                       |                 | 5@100#1
        orders outlive a halt                      | A sells 5@100, halt, open            | B buys 5@100         | #2 holds 500; #2 takes 5@100 of #1                                      |                 |
        one owner may trade with himself           | A sells 5@100                        | A buys 5@100         | #2 holds 500; #2 takes 5@100 of #1                                      |                 |
        """, useHeadersInDisplayName = true)
    void matches(String rule, String given, String when, String then, String bids, String asks) {
        TestMarket market = new TestMarket();
        market.runAll(orEmpty(given));
        market.events().clear();

        market.run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(then);
        assertThat(market.book()).isEqualTo((orEmpty(bids) + " | " + orEmpty(asks)).strip());
        market.engine().audit();
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
