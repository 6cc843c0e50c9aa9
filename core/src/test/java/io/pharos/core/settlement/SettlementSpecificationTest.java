package io.pharos.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of settlement: after these commands, this one causes these events and leaves these balances of cash and
 * shares of A and B, as available+held, in: unsettled in, out: unsettled out, free: what may leave, where it is less. A and
 * B begin with 1,000,000 of cash and 10,000 shares each.
 */
class SettlementSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                       | given                                                         | when                   | then                                                    | cash of A              | shares of A           | cash of B                    | shares of B
        T+0 settles at once                        | rules T+0, B sells 10@100                                     | A buys 10@100          | #2 holds 1000; #2 takes 10@100 of #1                    | 999000                 | 10010                 | 1001000                      | 9990
        T+1 leaves both sides to settle            | rules T+1, B sells 10@100                                     | A buys 10@100          | #2 holds 1000; #2 takes 10@100 of #1                    | 999000 out 1000        | 10000 in 10           | 1000000 in 1000              | 9990 out 10
        the next day delivers versus payment       | rules T+1, B sells 10@100, A buys 10@100, day                 | settle 10              | 1001 settles -10 for 1000; 1000 settles 10 for -1000; completed 2 settled 0 failed | 999000 | 10010 | 1001000            | 9990
        what waits is told when the day begins     | rules T+1, B sells 10@100, A buys 10@100                      | day                    | day 2, 2 due                                            | 999000 out 1000        | 10000 in 10           | 1000000 in 1000              | 9990 out 10
        in steps of any size                       | rules T+1, B sells 10@100, A buys 10@100, day, settle 2       | settle 1               | 1000 settles 10 for -1000; completed 2 settled 0 failed | 999000                | 10010                 | 1001000                      | 9990
        T+2 waits a day more                       | rules T+2, B sells 10@100, A buys 10@100, day                 | settle 10              |                                                         | 999000 out 1000        | 10000 in 10           | 1000000 in 1000              | 9990 out 10
        and then settles                           | rules T+2, B sells 10@100, A buys 10@100, day, day            | settle 10              | 1001 settles -10 for 1000; 1000 settles 10 for -1000; completed 2 settled 0 failed | 999000 | 10010 | 1001000            | 9990
        a day with nothing due is complete         | rules T+1                                                     | day                    | day 2, 0 due; completed 0 settled 0 failed              | 1000000                | 10000                 | 1000000                      | 10000
        a day begins when the last is settled      | rules T+1, B sells 10@100, A buys 10@100, day                 | day                    | SETTLEMENT_UNFINISHED                                   | 999000 out 1000        | 10000 in 10           | 1000000 in 1000              | 9990 out 10
        bought today is not sold today             | rules T+1, A pays 10000 shares, B sells 10@100, A buys 10@100 | A sells 5@100          | INSUFFICIENT_HOLDINGS                                   | 999000 out 1000        | 0 in 10               | 1000000 in 1000              | 9990 out 10
        but tomorrow                               | rules T+1, A pays 10000 shares, B sells 10@100, A buys 10@100, day, settle 10 | A sells 5@100 | #3 holds 5                                        | 999000                 | 5+5                   | 1001000                      | 9990
        unless resale is allowed                   | rules T+1 resale, A pays 10000 shares, B sells 10@100, A buys 10@100 | A sells 5@100   | #3 holds 5                                              | 999000 out 1000        | 5+5 free 0            | 1000000 in 1000              | 9990 out 10
        shares not delivered do not leave          | rules T+1 resale, A pays 10000 shares, B sells 10@100, A buys 10@100 | A withdraws 5 shares | PROCEEDS_UNSETTLED                                 | 999000 out 1000        | 10 free 0             | 1000000 in 1000              | 9990 out 10
        proceeds wait where they are not usable    | rules T+1, B withdraws 1000000, B sells 10@100, A buys 10@100 | B buys 1@90            | INSUFFICIENT_FUNDS                                      | 999000 out 1000        | 10000 in 10           | 0 in 1000                    | 9990 out 10
        and buy at once where they are             | rules T+1 usable, B withdraws 1000000, B sells 10@100, A buys 10@100 | B buys 1@90     | #3 holds 90                                             | 999000 out 1000        | 10000 in 10           | 910+90 free 0                | 9990 out 10
        but do not leave                           | rules T+1 usable, B sells 10@100, A buys 10@100               | B withdraws 1000001    | PROCEEDS_UNSETTLED                                      | 999000 out 1000        | 10000 in 10           | 1001000 free 1000000         | 9990 out 10
        nor are set aside to leave                 | rules T+1 usable, B sells 10@100, A buys 10@100               | B reserves 1000001     | PROCEEDS_UNSETTLED                                      | 999000 out 1000        | 10000 in 10           | 1001000 free 1000000         | 9990 out 10
        what was there before leaves               | rules T+1 usable, B sells 10@100, A buys 10@100               | B withdraws 1000000    |                                                         | 999000 out 1000        | 10000 in 10           | 1000 free 0                  | 9990 out 10
        the day after they leave                   | rules T+1 usable, B sells 10@100, A buys 10@100, day, settle 10 | B withdraws 1001000  |                                                         | 999000                 | 10010                 | 0                            | 9990
        what a purchase takes is taken of proceeds | rules T+1 usable, B sells 10@100, A buys 10@100, A sells 4@100, B buys 4@100 | B withdraws 1000000 |                                              | 999400 out 1000 | 9996 in 10 out 4 | 600 out 400 free 0           | 9990 in 4 out 10
        a day's trades are netted                  | rules T+1 usable, B sells 10@100, A buys 10@100, A sells 4@100, B buys 4@100, day | settle 10 | 1001 settles -6 for 600; 1000 settles 6 for -600; completed 2 settled 0 failed | 999400 | 10006 | 1000600 | 9994
        a longer lag may not pay a shorter one     | rules T+2 usable, B withdraws 1000000, B sells 10@100, A buys 10@100, rules T+1 usable | B buys 1@90 | PROCEEDS_UNSETTLED                       | 999000 out 1000        | 10000 in 10           | 1000 free 0                  | 9990 out 10
        nor one that settles at once               | rules T+1 usable, B withdraws 1000000, B sells 10@100, A buys 10@100, rules T+0 | B buys 1@90 | PROCEEDS_UNSETTLED                               | 999000 out 1000        | 10000 in 10           | 1000 free 0                  | 9990 out 10
        rules change for later trades only         | rules T+1, B sells 10@100, A buys 10@100, rules T+0, B sells 1@100 | A buys 1@100      | #4 holds 100; #4 takes 1@100 of #3                      | 998900 out 1000        | 10001 in 10           | 1000100 in 1000              | 9989 out 10
        suspended settlement fails                 | rules T+1, B sells 10@100, A buys 10@100, rules T+1 suspended, day | settle 10         | 1001 fails SUSPENDED day 1; 1000 fails SUSPENDED day 1; completed 0 settled 2 failed | 999000 out 1000 | 10000 in 10 | 1000000 in 1000 | 9990 out 10
        is tried again the next day                | rules T+1, B sells 10@100, A buys 10@100, rules T+1 suspended, day, settle 10, day | settle 10 | 1001 fails SUSPENDED day 2; 1000 fails SUSPENDED day 2; completed 0 settled 2 failed | 999000 out 1000 | 10000 in 10 | 1000000 in 1000 | 9990 out 10
        until it can                               | rules T+1, B sells 10@100, A buys 10@100, rules T+1 suspended, day, settle 10, rules T+1, day | settle 10 | 1001 settles -10 for 1000; 1000 settles 10 for -1000; completed 2 settled 0 failed | 999000 | 10010 | 1001000 | 9990
        a house that sold short fails, and who buys of it waits | rules T+1, house sells 10@100, A buys 10@100, day | settle 10               | 3 fails SELLER_SHORT day 1; 1000 fails NOT_DELIVERED day 1; completed 0 settled 2 failed | 999000 out 1000 | 10000 in 10 | 1000000 | 10000
        after some days it is to be bought in      | rules T+1 buy-in 2, house sells 10@100, A buys 10@100, day, settle 10, day | settle 10 | 3 fails SELLER_SHORT day 2; 3 to be bought in 10; 1000 fails NOT_DELIVERED day 2; completed 0 settled 2 failed | 999000 out 1000 | 10000 in 10 | 1000000 | 10000
        the first in line gets what was delivered  | rules T+1, B sells 10@100, A buys 10@100, house sells 5@100, C buys 5@100, day | settle 9 | 1001 settles -10 for 1000; 3 fails SELLER_SHORT day 1; 1000 settles 10 for -1000; 1002 fails NOT_DELIVERED day 1; completed 2 settled 2 failed | 999000 | 10010 | 1001000 | 9990
        a step looks at one obligation or more     | rules T+1, B sells 10@100, A buys 10@100                      | settle 0               | LIMIT_OUT_OF_RANGE                                      | 999000 out 1000        | 10000 in 10           | 1000000 in 1000              | 9990 out 10
        """)
    void settles(
            String rule,
            String given,
            String when,
            String then,
            String cashA,
            String sharesA,
            String cashB,
            String sharesB) {
        SettledMarket settled = new SettledMarket(terms -> {});
        settled.runAll(given);
        settled.market().events().clear();

        settled.run(when);

        assertThat(String.join("; ", settled.market().events().terse()))
                .as(rule)
                .isEqualTo(then == null ? "" : then);
        long a = TestMarket.customer("A");
        long b = TestMarket.customer("B");
        assertThat(List.of(
                        settled.balance(a, TestMarket.CNY),
                        settled.balance(a, TestMarket.SHR),
                        settled.balance(b, TestMarket.CNY),
                        settled.balance(b, TestMarket.SHR)))
                .as(rule)
                .containsExactly(cashA, sharesA, cashB, sharesB);
        settled.engine().audit();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                     | rules            | cash of A          | cash of B                    | fees | tax
        fees and tax are charged at once         | rules T+1        | 998998 out 1000    | 1000000 in 997               | 4    | 1
        out of usable proceeds too               | rules T+1 usable | 998998 out 1000    | 1000997 free 1000000         | 4    | 1
        """)
    void charges(String rule, String rules, String cashA, String cashB, long fees, long tax) {
        SettledMarket settled = new SettledMarket(terms -> {
            terms.makerFeePpm = 1_500;
            terms.takerFeePpm = 1_500;
            terms.sellTaxPpm = 500;
        });

        settled.runAll(rules + ", B sells 10@100, A buys 10@100");

        assertThat(settled.balance(TestMarket.customer("A"), TestMarket.CNY))
                .as(rule)
                .isEqualTo(cashA);
        assertThat(settled.balance(TestMarket.customer("B"), TestMarket.CNY)).isEqualTo(cashB);
        assertThat(settled.engine().view().availableMinor(TestMarket.FEES, TestMarket.CNY))
                .isEqualTo(fees);
        assertThat(settled.engine().view().availableMinor(TestMarket.TAX, TestMarket.CNY))
                .isEqualTo(tax);
        settled.engine().audit();
    }
}
