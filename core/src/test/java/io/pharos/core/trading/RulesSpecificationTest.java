package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of bands, lots and phases. The terms of a row are the band in parts per million, the reference price, the
 * board lot and the market collar in parts per million; customers own 10,000 shares.
 */
class RulesSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                              | band   | reference | lot | collar | given                                 | when                   | then
        the upper limit is allowed                        | 100000 | 1055      | 1   | 0      |                                       | A buys 5@1161          | #1 holds 5805
        limits are rounded half up: 1160.5 is 1161        | 100000 | 1055      | 1   | 0      |                                       | A buys 5@1162          | PRICE_OUTSIDE_BAND
        the lower limit is allowed                        | 100000 | 1055      | 1   | 0      |                                       | A buys 5@950           | #1 holds 4750
        limits are rounded half up: 949.5 is 950          | 100000 | 1055      | 1   | 0      |                                       | A sells 5@949          | PRICE_OUTSIDE_BAND
        a band of 5 % of 9 ticks is 9 to 9                | 50000  | 9         | 1   | 0      |                                       | A buys 5@10            | PRICE_OUTSIDE_BAND
        a protection price lies within the band           | 100000 | 100       | 1   | 0      | B sells 5@110                         | A buys 5@market<=111   | PRICE_OUTSIDE_BAND
        without protection a market order stops at the band | 100000 | 100     | 1   | 0      | B sells 5@110                         | A buys 5@market        | #2 holds 550; #2 takes 5@110 of #1
        without a band it stops at the collar             | 0      | 0         | 1   | 50000  | B sells 5@100, B sells 5@105, B sells 5@106 | A buys 15@market | #4 holds 1025; #4 takes 5@100 of #1; #4 takes 5@105 of #2; #4 cancelled 5 IOC_REMAINDER
        and a sell on the other side                      | 0      | 0         | 1   | 50000  | B buys 5@100, B buys 5@95, B buys 5@94 | A sells 15@market     | #4 holds 15; #4 takes 5@100 of #1; #4 takes 5@95 of #2; #4 cancelled 5 IOC_REMAINDER
        a protection price replaces the collar            | 0      | 0         | 1   | 50000  | B sells 5@100, B sells 5@120          | A buys 10@market<=120  | #3 holds 1100; #3 takes 5@100 of #1; #3 takes 5@120 of #2
        without any a market order takes what there is    | 0      | 0         | 1   | 0      | B sells 5@1, B sells 5@9000           | A buys 10@market       | #3 holds 45005; #3 takes 5@1 of #1; #3 takes 5@9000 of #2
        a quantity is a multiple of the board lot         | 0      | 0         | 100 | 0      |                                       | A buys 150@10          | OFF_LOT
        also for a sell that leaves an odd rest           | 0      | 0         | 100 | 0      |                                       | A sells 150@10         | OFF_LOT
        a sell may clear the odd remainder                | 0      | 0         | 100 | 0      | B sells 100@10, A buys 100@10 ioc, A pays 37 shares | A sells 163@11 | #3 holds 163
        but no part of it                                 | 0      | 0         | 100 | 0      | A pays 37 shares                      | A sells 160@11         | OFF_LOT
        a moved sell may still clear it                   | 0      | 0         | 100 | 0      | A pays 37 shares, A sells 100@11      | A moves #1 to 163@11   | #1 now 163@11 loses its place, holds 163
        a moved buy stays a multiple                      | 0      | 0         | 100 | 0      | A buys 200@10                         | A moves #1 to 150@10   | OFF_LOT
        a new reference moves the band                    | 100000 | 100       | 1   | 0      | halt                                  | open 200               | OPEN 180..220
        and cancels the orders outside, bids first        | 100000 | 100       | 1   | 0      | A buys 5@95, A buys 5@101, B sells 5@109, B sells 5@110, halt | open 110 | OPEN 99..121; #1 cancelled 5 OUTSIDE_BAND
        an old reference keeps the band                   | 100000 | 100       | 1   | 0      | A buys 5@95, close                    | open                   | OPEN 90..110
        a halt does not follow a close                    | 0      | 0         | 1   | 0      | close                                 | halt                   | PHASE_CHANGE_NOT_ALLOWED
        an open instrument is not opened again            | 0      | 0         | 1   | 0      |                                       | open 500               | ALREADY_IN_PHASE
        """)
    void obeys(String rule, int band, long reference, long lot, int collar, String given, String when, String then) {
        TestMarket market = new TestMarket(terms -> {
            terms.bandPpm = band;
            terms.referencePriceTicks = reference;
            terms.boardLotLots = lot;
            terms.marketCollarPpm = collar;
        });
        market.runAll(given == null ? "" : given);
        market.events().clear();

        market.run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(then);
        market.engine().audit();
    }
}
