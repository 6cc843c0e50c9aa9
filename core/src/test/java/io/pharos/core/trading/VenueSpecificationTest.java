package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.fixture.VenueCommands;
import io.pharos.core.fixture.VenueMarket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of external venues: after these commands, this one causes these events and leaves these balances, as
 * available+held, of A, who begins with 1,000,000 of cash and 10,000 shares, and of the house's error account. The clearing
 * account of the venue holds the opposite of both.
 */
class VenueSpecificationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                                         | given                                        | when                   | then                                     | cash of A   | shares of A | error account
        an order is held for and sent                                |                                              | A buys 10@100          | #1 holds 1000; #1 sends 1 NEW 10@100     | 999000+1000 | 10000       |
        nothing of it stands in the book here                        | B buys 5@100                                 | A sells 5@100          | #2 holds 5; #2 sends 1 NEW 5@100         | 1000000     | 9995+5      |
        it works when the venue has it                               | A buys 10@100                                | acks #1                | #1 WORKING                               | 999000+1000 | 10000       |
        a fill is posted and paid                                    | A buys 10@100, acks #1                       | fills #1 4@100         | #1 takes 4@100 of #0                     | 999000+600  | 10004       |
        a better price frees what is not needed                      | A buys 10@100, acks #1                       | fills #1 10@99         | #1 takes 10@99 of #0; #1 frees 10; #1 ENDED | 999010      | 10010       |
        a sell delivers what it holds                                | A sells 10@100, acks #1                      | fills #1 10@101 sell   | #1 takes 10@101 of #0; #1 ENDED          | 1001010     | 9990        |
        a fill proves that the order arrived                         | A buys 10@100                                | fills #1 4@100         | #1 WORKING; #1 takes 4@100 of #0         | 999000+600  | 10004       |
        the acknowledgement that comes after it says nothing new     | A buys 10@100, fills #1 4@100                | acks #1                |                                          | 999000+600  | 10004       |
        the same report again changes nothing                        | A buys 10@100, fills #1 4@100 x7             | fills #1 4@100 x7      |                                          | 999000+600  | 10004       |
        another report under its id is a break                       | A buys 10@100, fills #1 4@100 x7             | fills #1 5@100 x7      | break 1 DUPLICATE_DIFFERS                | 999000+600  | 10004       |
        the venue may refuse                                         | A buys 10@100                                | rejected #1            | #1 cancelled 10 VENUE_REJECTED; #1 ENDED | 1000000     | 10000       |
        a market order needs a price to hold                         |                                              | A buys 5@market        | PROTECTION_PRICE_REQUIRED                | 1000000     | 10000       |
        and goes out as an immediate limit order                     |                                              | A buys 5@market<=105   | #1 holds 525; #1 sends 1 NEW 5@105       | 999475+525  | 10000       |
        whose rest ends with it                                      | A buys 5@market<=105, fills #1 3@104         | cancelled #1 3         | #1 cancelled 2 IOC_REMAINDER; #1 ENDED   | 999688      | 10003       |
        an order without its conditions only                         |                                              | A buys 5@100 min 2     | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        no trigger prices                                            |                                              | A sells 5@market stop 95 | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        none that follow the price                                   |                                              | A sells 5@market trails 3 from 95 | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        nothing that is hidden                                       |                                              | A buys 5@100 shows 2   | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        nothing that must not take                                   |                                              | A buys 5@100 post      | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        no prevention of self-trades                                 |                                              | A buys 5@100 prevent newest| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        nothing that becomes a limit order                           |                                              | A buys 5@market to limit| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        no pegs                                                      |                                              | A buys 5@100 pegs primary| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        nothing for an auction                                       |                                              | A buys 5@100 at close  | ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        no orders that are linked                                    |                                              | A sells 5@110 or stop 95| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        not to one of the other side either                          |                                              | A either sells 5@110 or buys 5@90| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        and none with exits                                          |                                              | A enters 5@100 exits 110 stop 95| ORDER_NOT_ROUTABLE                       | 1000000     | 10000       |
        cancelling waits for the venue                               | A buys 10@100, acks #1                       | A cancels #1           | #1 sends 2 CANCEL; #1 PENDING_CANCEL     | 999000+1000 | 10000       |
        until then fills count                                       | A buys 10@100, acks #1, A cancels #1         | fills #1 4@100         | #1 takes 4@100 of #0                     | 999000+600  | 10004       |
        and it is over when the venue says so                        | A buys 10@100, acks #1, A cancels #1         | cancelled #1 0         | #1 cancelled 10 USER; #1 ENDED           | 1000000     | 10000       |
        twice is too often                                           | A buys 10@100, acks #1, A cancels #1         | A cancels #1           | REQUEST_PENDING                          | 999000+1000 | 10000       |
        before the acknowledgement it is wanted                      | A buys 10@100                                | A cancels #1           | #1 PENDING_NEW to cancel                 | 999000+1000 | 10000       |
        and follows it                                               | A buys 10@100, A cancels #1                  | acks #1                | #1 sends 2 CANCEL; #1 PENDING_CANCEL     | 999000+1000 | 10000       |
        a cancellation may be refused                                | A buys 10@100, acks #1, A cancels #1         | refuses #1 2           | #1 WORKING                               | 999000+1000 | 10000       |
        the venue may cancel unasked                                 | A buys 10@100, acks #1                       | cancelled #1 0         | #1 cancelled 10 VENUE_CANCELLED; #1 ENDED | 1000000     | 10000       |
        an order expires at its venue                                | A buys 10@100 day, acks #1, fills #1 4@100   | expired #1 4           | #1 cancelled 6 EXPIRED; #1 ENDED         | 999600      | 10004       |
        a cancellation that overtakes a fill waits for it            | A buys 10@100, acks #1, A cancels #1         | cancelled #1 4         | #1 AWAITING_FILLS unknown to cancel      | 999600+400  | 10000       |
        and holds what is still to come                              | A buys 10@100, acks #1, A cancels #1, cancelled #1 4 | fills #1 3@100         | #1 takes 3@100 of #0                     | 999600+100  | 10003       |
        until all is there                                           | A buys 10@100, acks #1, A cancels #1, cancelled #1 4, fills #1 3@100 | fills #1 1@100         | #1 takes 1@100 of #0; #1 cancelled 6 USER; #1 ENDED | 999600      | 10004       |
        a fill after the end is the house's                          | A buys 10@100, acks #1, A cancels #1, cancelled #1 0 | fills #1 4@100         | house takes 4@100; break 1 FILL_AFTER_END | 1000000     | 10000       | -400 4
        so is one of an order that nobody gave                       |                                              | fills #77 4@100        | house takes 4@100; break 1 UNKNOWN_ORDER | 1000000     | 10000       | -400 4
        and what is more than was ordered                            | A buys 10@100, acks #1                       | fills #1 12@100        | #1 takes 10@100 of #0; house takes 2@100; #1 ENDED; break 1 OVERFILL | 999000      | 10010       | -200 2
        of the wrong side, too                                       | A buys 10@100, acks #1                       | fills #1 4@100 sell    | house takes 4@100; break 1 MISMATCH      | 999000+1000 | 10000       | 400 -4
        dearer than the limit, the house pays the difference         | A buys 10@100, acks #1                       | fills #1 10@103        | #1 takes 10@103 of #0; #1 ENDED; break 1 PRICE_BEYOND_LIMIT | 999000      | 10010       | -30 0
        cheaper than the limit of a sell, too                        | A sells 10@100, acks #1                      | fills #1 10@97 sell    | #1 takes 10@97 of #0; #1 ENDED; break 1 PRICE_BEYOND_LIMIT | 1001000     | 9990        | -30 0
        a change holds the dearer of both                            | A buys 10@100, acks #1                       | A moves #1 to 12@105   | #1 sends 2 REPLACE 12@105; #1 PENDING_REPLACE | 998740+1260 | 10000       |
        and is done when the venue says so                           | A buys 10@100, acks #1, A moves #1 to 12@105 | replaced #1 2 12@105   | #1 now 12@105 loses its place, holds 1260; #1 WORKING | 998740+1260 | 10000       |
        a smaller one frees only then                                | A buys 10@100, acks #1, A moves #1 to 5@100  | replaced #1 2 5@100    | #1 now 5@100 loses its place, holds 500; #1 WORKING | 999500+500  | 10000       |
        refused, the order is what it was                            | A buys 10@100, acks #1, A moves #1 to 12@105 | refuses #1 2           | #1 WORKING                               | 999000+1000 | 10000       |
        a fill that only the change allows proves it                 | A buys 10@100, acks #1, A moves #1 to 12@105 | fills #1 4@104         | #1 now 12@105 loses its place, holds 1260; #1 WORKING; #1 takes 4@104 of #0; #1 frees 4 | 998744+840  | 10004       |
        a fill that the old terms allow does not                     | A buys 10@100, acks #1, A moves #1 to 12@105 | fills #1 4@100         | #1 takes 4@100 of #0; #1 frees 20        | 998760+840  | 10004       |
        one request at a time                                        | A buys 10@100, acks #1, A moves #1 to 12@105 | A moves #1 to 13@105   | REQUEST_PENDING                          | 998740+1260 | 10000       |
        but a cancellation is taken, and follows                     | A buys 10@100, acks #1, A moves #1 to 12@105 | A cancels #1           | #1 PENDING_REPLACE to cancel             | 998740+1260 | 10000       |
        when the change is answered                                  | A buys 10@100, acks #1, A moves #1 to 12@105, A cancels #1 | replaced #1 2 12@105   | #1 now 12@105 loses its place, holds 1260; #1 sends 3 CANCEL; #1 PENDING_CANCEL | 998740+1260 | 10000       |
        changed to less than was traded meanwhile, it is done        | A buys 10@100, acks #1, A moves #1 to 5@100, fills #1 6@100 | replaced #1 2 5@100    | #1 now 6@100 loses its place, holds 0; #1 ENDED | 999400      | 10006       |
        a change that nobody asked for is a break                    | A buys 10@100, acks #1                       | replaced #1 2 5@100    | break 1 MISMATCH                         | 999000+1000 | 10000       |
        what is not answered in time is not known                    | A buys 10@100                                | doubt #1 1             | #1 PENDING_NEW unknown                   | 999000+1000 | 10000       |
        unless it was answered                                       | A buys 10@100, acks #1                       | doubt #1 1             |                                          | 999000+1000 | 10000       |
        asked, the venue may have it                                 | A buys 10@100, doubt #1 1                    | status #1 1            | #1 WORKING                               | 999000+1000 | 10000       |
        or not: then it never arrived                                | A buys 10@100, doubt #1 1                    | forgot #1              | #1 cancelled 10 VENUE_REJECTED; #1 ENDED | 1000000     | 10000       |
        but one that it had is not forgotten                         | A buys 10@100, acks #1                       | forgot #1              | break 1 MISMATCH                         | 999000+1000 | 10000       |
        a cancellation that got lost is sent again                   | A buys 10@100, acks #1, A cancels #1, doubt #1 2 | status #1 1            | #1 sends 3 CANCEL; #1 PENDING_CANCEL     | 999000+1000 | 10000       |
        said to be filled, it waits for the fills                    | A buys 10@100, doubt #1 1                    | filled #1 10           | #1 AWAITING_FILLS unknown                | 999000+1000 | 10000       |
        and is filled when they are there                            | A buys 10@100, doubt #1 1, filled #1 10      | fills #1 10@100        | #1 takes 10@100 of #0; #1 ENDED          | 999000      | 10010       |
        a bust takes back, and gives back                            | A buys 10@100, acks #1, fills #1 10@100 x7   | busts x7               | busted 10                                | 1000000     | 10000       |
        of an open order it makes the order smaller                  | A buys 10@100, acks #1, fills #1 4@100 x7    | busts x7               | #1 loses 4, frees 0; busted 4            | 999400+600  | 10000       |
        once                                                         | A buys 10@100, acks #1, fills #1 4@100 x7, busts x7 x8 | busts x7 x8            |                                          | 999400+600  | 10000       |
        a second bust of the trade is a break                        | A buys 10@100, acks #1, fills #1 4@100 x7, busts x7 x8 | busts x7 x9            | break 1 UNKNOWN_EXECUTION                | 999400+600  | 10000       |
        a bust of a sell gives the shares back                       | A sells 10@100, acks #1, fills #1 10@100 sell x7 | busts x7               | busted 10                                | 1000000     | 10000       |
        sold since, the house delivers and A owes                    | A pays 10000 shares, A buys 10@100, acks #1, fills #1 10@100 x7, A pays 10 shares | busts x7               | 1000 owes 10 of 10; busted 10; break 1 SHORTFALL | 1000000     | 0           | 0 -10
        who owes takes nothing out                                   | A pays 10000 shares, A buys 10@100, acks #1, fills #1 10@100 x7, A pays 10 shares, busts x7 | A withdraws 5          | RECEIVABLE_OPEN                          | 1000000     | 0           | 0 -10
        what comes in pays it back                                   | A pays 10000 shares, A buys 10@100, acks #1, fills #1 10@100 x7, A pays 10 shares, busts x7, A buys 6@100, fills #2 6@100 | A pays back SHR        | 1000 owes 4 of 10                        | 999400      | 0           | 0 -4
        nothing owed, nothing collected                              |                                              | A pays back SHR        | NOTHING_OWED                             | 1000000     | 10000       |
        a bust before its trade is remembered                        | A buys 10@100, acks #1                       | busts x7               | break 1 UNKNOWN_EXECUTION                | 999000+1000 | 10000       |
        and the trade that follows is not booked                     | A buys 10@100, acks #1, busts x7             | fills #1 4@100 x7      |                                          | 999000+1000 | 10000       |
        a corrected price posts the difference                       | A buys 10@100, acks #1, fills #1 10@99 x7    | corrects x7 to 10@98   | corrected 10 to 10@98                    | 999020      | 10010       |
        a dearer one takes it                                        | A buys 10@100, acks #1, fills #1 10@99 x7    | corrects x7 to 10@100  | corrected 10 to 10@100                   | 999000      | 10010       |
        a smaller quantity gives back                                | A buys 10@100, acks #1, fills #1 10@100 x7   | corrects x7 to 6@100   | corrected 10 to 6@100                    | 999400      | 10006       |
        a greater one goes on while the order is open                | A buys 10@100, acks #1, fills #1 4@100 x7    | corrects x7 to 6@100   | #1 frees 200; corrected 4 to 6@100       | 999000+400  | 10006       |
        and is the house's beyond that                               | A buys 10@100, acks #1, fills #1 10@100 x7   | corrects x7 to 12@100  | corrected 10 to 10@100; break 1 OVERFILL | 999000      | 10010       | -200 2
        the corrected trade may be busted                            | A buys 10@100, acks #1, fills #1 10@100 x7, corrects x7 to 6@100 x8 | busts x8               | busted 6                                 | 1000000     | 10000       |
        the old one may not                                          | A buys 10@100, acks #1, fills #1 10@100 x7, corrects x7 to 6@100 x8 | busts x7               | break 1 UNKNOWN_EXECUTION                | 999400      | 10006       |
        what the house took is busted, too                           | fills #77 4@100 x7                           | busts x7               | busted 0                                 | 1000000     | 10000       |
        a break is resolved once                                     | fills #77 4@100                              | resolve 1              | break 1 resolved                         | 1000000     | 10000       | -400 4
        and not again                                                | fills #77 4@100, resolve 1                   | resolve 1              | BREAK_NOT_FOUND                          | 1000000     | 10000       | -400 4
        while the venue is down orders are refused                   | down                                         | A buys 10@100          | VENUE_UNAVAILABLE                        | 1000000     | 10000       |
        and changes                                                  | A buys 10@100, acks #1, down                 | A moves #1 to 12@105   | VENUE_UNAVAILABLE                        | 999000+1000 | 10000       |
        but cancellations wait for it                                | A buys 10@100, acks #1, down                 | A cancels #1           | #1 sends 2 CANCEL; #1 PENDING_CANCEL     | 999000+1000 | 10000       |
        where the listing says so, orders wait, too                  | queue, down                                  | A buys 10@100          | #1 holds 1000; #1 sends 1 NEW 10@100     | 999000+1000 | 10000       |
        a mass cancel asks for all                                   | A buys 10@100, A buys 5@99, acks #2          | A cancels all          | #1 PENDING_NEW to cancel; #2 sends 2 CANCEL; #2 PENDING_CANCEL | 998505+1495 | 10000       |
        a kill switch, too                                           | A buys 10@100, acks #1                       | block SHR              | INSTRUMENT 1 blocked; #1 sends 2 CANCEL; #1 PENDING_CANCEL | 999000+1000 | 10000       |
        for an account, too                                          | A buys 10@100, acks #1                       | block A                | ACCOUNT 1000 blocked; #1 sends 2 CANCEL; #1 PENDING_CANCEL | 999000+1000 | 10000       |
        but a refused cancellation leaves the order there            | A buys 10@100, acks #1, block SHR            | refuses #1 2           | #1 WORKING                               | 999000+1000 | 10000       |
        until it is asked for again                                  | A buys 10@100, acks #1, block SHR, refuses #1 2 | block SHR              | #1 sends 3 CANCEL; #1 PENDING_CANCEL     | 999000+1000 | 10000       |
        a halt here leaves the order there                           | A buys 10@100, acks #1                       | halt                   | HALTED                                   | 999000+1000 | 10000       |
        a second word about its end may lower what is to come, not raise it | A buys 10@100, acks #1, cancelled #1 4       | cancelled #1 8         | break 1 MISMATCH; #1 AWAITING_FILLS unknown | 999600+400  | 10000       |
        """)
    void obeys(String rule, String given, String when, String then, String cash, String shares, String error) {
        VenueMarket market = new VenueMarket(terms -> {});
        long cashBefore = market.engine().view().availableMinor(VenueCommands.CLEARING, TestMarket.CNY);
        long sharesBefore = market.engine().view().availableMinor(VenueCommands.CLEARING, TestMarket.SHR);
        market.runAll(given == null ? "" : given);
        market.market().events().clear();

        market.run(when);

        assertThat(String.join("; ", market.market().events().terse())).as(rule).isEqualTo(then == null ? "" : then);
        long a = TestMarket.customer("A");
        assertThat(market.balance(a, TestMarket.CNY)).as("cash of A").isEqualTo(cash);
        assertThat(market.balance(a, TestMarket.SHR)).as("shares of A").isEqualTo(shares);
        assertThat(market.balance(VenueCommands.ERROR, TestMarket.CNY) + " "
                        + market.balance(VenueCommands.ERROR, TestMarket.SHR))
                .as("cash and shares of the error account")
                .isEqualTo(error == null ? "0 0" : error);
        market.engine().audit();
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
        assertThat(cashBefore + sharesBefore).isNegative();
    }
}
