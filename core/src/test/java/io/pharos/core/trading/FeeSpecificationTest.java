package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.TestMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of fees: with maker fee 0.1 %, taker fee 0.3 % and sales tax 0.05 %, these orders cause these events, and
 * leave these fees and taxes with the house. All are charged over the whole of an order and rounded up once.
 */
class FeeSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                            | orders                                             | then                                                                | fees | tax | A cash   | B cash
        a resting buy holds the dearer fee              | A buys 100@100                                     | #1 holds 10030                                                      | 0    | 0   | 989970   | 1000000
        a maker pays the maker fee, the reserve is freed | A buys 100@100, B sells 100@100                   | #1 holds 10030; #2 holds 100; #2 takes 100@100 of #1; #1 frees 20   | 40   | 5   | 989990   | 1009965
        a taker pays the taker fee                      | B sells 100@100, A buys 100@100                    | #1 holds 100; #2 holds 10030; #2 takes 100@100 of #1                | 40   | 5   | 989970   | 1009985
        a taker frees what it did not pay               | B sells 100@90, A buys 100@100                     | #1 holds 100; #2 holds 10030; #2 takes 100@90 of #1; #2 frees 1003  | 36   | 5   | 990973   | 1008986
        a fee is rounded up                             | B sells 1@100, A buys 1@100                        | #1 holds 1; #2 holds 101; #2 takes 1@100 of #1                      | 2    | 1   | 999899   | 1000098
        once for an order, not for each fill            | A buys 10@100, B sells 5@100, B sells 5@100        | #1 holds 1003; #2 holds 5; #2 takes 5@100 of #1; #1 frees 1; #3 holds 5; #3 takes 5@100 of #1; #1 frees 1 | 5 | 2 | 998999 | 1000994
        a market buy holds price and taker fee exactly  | B sells 100@100, A buys 100@market                 | #1 holds 100; #2 holds 10030; #2 takes 100@100 of #1                | 40   | 5   | 989970   | 1009985
        a market buy of two levels rounds up once       | B sells 1@100, B sells 1@101, A buys 2@market      | #1 holds 1; #2 holds 1; #3 holds 202; #3 takes 1@100 of #1; #3 takes 1@101 of #2 | 3 | 2 | 999798 | 1000197
        a move keeps what was charged                   | A buys 10@100, B sells 5@100, A moves #1 to 10@99  | #1 holds 1003; #2 holds 5; #2 takes 5@100 of #1; #1 frees 1; #1 now 10@99 loses its place, holds 496 | 3 | 1 | 999003 | 1000497
        a cancelled order is charged for its fills only | A buys 10@100, B sells 5@100, A cancels #1         | #1 holds 1003; #2 holds 5; #2 takes 5@100 of #1; #1 frees 1; #1 cancelled 5 USER | 3 | 1 | 999499 | 1000497
        a sale of one minor unit pays no more than it brings | A buys 1@1, B sells 1@1                       | #1 holds 2; #2 holds 1; #2 takes 1@1 of #1                          | 2    | 0   | 999998   | 1000000
        """)
    void charges(String rule, String orders, String then, long fees, long tax, long cashOfA, long cashOfB) {
        TestMarket market = new TestMarket(terms -> {
            terms.makerFeePpm = 1_000;
            terms.takerFeePpm = 3_000;
            terms.sellTaxPpm = 500;
        });

        market.runAll(orders);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(then);
        var view = market.engine().view();
        assertThat(view.availableMinor(TestMarket.FEES, TestMarket.CNY)).isEqualTo(fees);
        assertThat(view.availableMinor(TestMarket.TAX, TestMarket.CNY)).isEqualTo(tax);
        assertThat(view.availableMinor(TestMarket.customer("A"), TestMarket.CNY))
                .isEqualTo(cashOfA);
        assertThat(view.availableMinor(TestMarket.customer("B"), TestMarket.CNY))
                .isEqualTo(cashOfB);
        market.engine().audit();
    }
}
