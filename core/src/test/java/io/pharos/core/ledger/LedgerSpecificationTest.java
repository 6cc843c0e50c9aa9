package io.pharos.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.Transfer;
import io.pharos.core.engine.Reply;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.PostingCode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule book of the ledger: given these commands, this command causes these events and leaves these balances of A, B
 * and the house, as available+held. Customers begin with 1,000,000; the house has issued the 5,000,000 of all five.
 *
 * <pre>
 *   A pays B 50     link A pays B 50 &amp; B pays C 70     A holds 50 [until 90]
 *   capture h1 30 to B     release h1     time 90     reverse t11 (the first transfer has the id 11)
 *   A pays B up to 50 (balancing debit)     A pays house to fill 50 (balancing credit)
 * </pre>
 */
class LedgerSpecificationTest {
    private static final Pattern PAY = Pattern.compile("(\\w+) pays (\\w+)(?: (up to|to fill))? (-?\\d+)");
    private static final Pattern HOLD = Pattern.compile("(\\w+) holds (-?\\d+)(?: until (\\d+))?");
    private static final Pattern CAPTURE = Pattern.compile("capture h(\\d+) (-?\\d+) to (\\w+)");
    private static final Pattern RELEASE = Pattern.compile("release h(\\d+)");
    private static final Pattern REVERSE = Pattern.compile("reverse t(\\d+)");
    private static final Pattern TIME = Pattern.compile("time (\\d+)");

    private final TestMarket market = new TestMarket();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                                      | given                                | when                              | then                           | posted                                     | A          | B         | house
        a transfer moves what is available        |                                      | A pays B 50                       |                                | 1000->1001 50 of 1 INTERNAL                | 999950+0   | 1000050+0 | -5000000+0
        all of it may go                          |                                      | A pays B 1000000                  |                                | 1000->1001 1000000 of 1 INTERNAL           | 0+0        | 2000000+0 | -5000000+0
        but not more                              |                                      | A pays B 1000001                  | INSUFFICIENT_FUNDS             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        the house may go below zero               |                                      | house pays B 7                    |                                | 5->1001 7 of 1 INTERNAL                    | 1000000+0  | 1000007+0 | -5000007+0
        and comes back                            | house pays B 7                       | B pays house 7                    |                                | 1001->5 7 of 1 INTERNAL                    | 1000000+0  | 1000000+0 | -5000000+0
        the house may not owe beyond counting     |                                      | house pays B 4611686018427387904  | BALANCE_OVERFLOW               |                                            | 1000000+0  | 1000000+0 | -5000000+0
        linked transfers go in order              |                                      | link A pays B 50 & B pays A 1000050 |                              | 1000->1001 50 of 1 INTERNAL; 1001->1000 1000050 of 1 INTERNAL | 2000000+0 | 0+0 | -5000000+0
        or not at all                             |                                      | link A pays B 50 & B pays A 1000051 | INSUFFICIENT_FUNDS in leg 2  |                                            | 1000000+0  | 1000000+0 | -5000000+0
        the house steps back too                  |                                      | link house pays B 50 & A pays A 5 | SAME_ACCOUNT in leg 2          |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a transfer is reversed by a new one       | A pays B 50                          | reverse t11                       |                                | 1001->1000 50 of 1 REVERSAL                | 1000000+0  | 1000000+0 | -5000000+0
        once                                      | A pays B 50, reverse t11             | reverse t11                       | ALREADY_REVERSED               |                                            | 1000000+0  | 1000000+0 | -5000000+0
        and a reversal is not reversed            | A pays B 50, reverse t11             | reverse t12                       | TRANSFER_NOT_FOUND             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        nor what has been spent                   | A pays B 50, B pays C 1000020        | reverse t11                       | INSUFFICIENT_FUNDS             |                                            | 999950+0   | 30+0      | -5000000+0
        linked transfers are reversed as one, the last first | link A pays B 50 & B pays A 1000050 | reverse t11                 |                                | 1000->1001 1000050 of 1 REVERSAL; 1001->1000 50 of 1 REVERSAL | 1000000+0 | 1000000+0 | -5000000+0
        by their first                            | link A pays B 50 & B pays A 20       | reverse t12                       | NOT_FIRST_OF_LINK              |                                            | 999970+0   | 1000030+0 | -5000000+0
        or not at all                             | link A pays C 50 & A pays B 9, B pays D 1000009 | reverse t11            | INSUFFICIENT_FUNDS             |                                            | 999941+0   | 0+0       | -5000000+0
        each of them once                         | link A pays B 50 & B pays A 20, reverse t11 | reverse t11                | ALREADY_REVERSED               |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a captured hold is reversed to available  | A holds 50, capture h1 30 to B       | reverse t11                       |                                | 1001->1000 30 of 1 REVERSAL                | 1000000+0  | 1000000+0 | -5000000+0
        what a trade posted is not reversed       |                                      | reverse t99                       | TRANSFER_NOT_FOUND             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a balancing debit moves up to all         | A holds 50                           | A pays B up to 2000000            |                                | 1000->1001 999950 of 1 INTERNAL            | 0+50       | 1999950+0 | -5000000+0
        but not more than its amount              |                                      | A pays B up to 7                  |                                | 1000->1001 7 of 1 INTERNAL                 | 999993+0   | 1000007+0 | -5000000+0
        and not nothing                           | A pays B 1000000                     | A pays B up to 7                  | NOTHING_TO_BALANCE             |                                            | 0+0        | 2000000+0 | -5000000+0
        the house pays what it has above zero     |                                      | house pays B up to 7              | NOTHING_TO_BALANCE             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a balancing credit fills up to zero       |                                      | A pays house to fill 900000       |                                | 1000->5 900000 of 1 INTERNAL               | 100000+0   | 1000000+0 | -4100000+0
        and pays nobody who is not below          |                                      | A pays B to fill 7                | NOTHING_TO_BALANCE             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a hold sets aside                         |                                      | A holds 50                        | hold 1 of 50                   |                                            | 999950+50  | 1000000+0 | -5000000+0
        what is held cannot be paid               | A holds 50                           | A pays B 1000000                  | INSUFFICIENT_FUNDS             |                                            | 999950+50  | 1000000+0 | -5000000+0
        what is held cannot be held again         | A holds 600000                       | A holds 600000                    | INSUFFICIENT_FUNDS             |                                            | 400000+600000 | 1000000+0 | -5000000+0
        a capture pays and frees the rest         | A holds 50                           | capture h1 30 to B                | hold 1 captured 30 released 20 | 1000->1001 30 of 1 INTERNAL                | 999970+0   | 1000030+0 | -5000000+0
        a capture may take all                    | A holds 50                           | capture h1 50 to B                | hold 1 captured 50 released 0  | 1000->1001 50 of 1 INTERNAL                | 999950+0   | 1000050+0 | -5000000+0
        but not more than all                     | A holds 50                           | capture h1 51 to B                | CAPTURE_EXCEEDS_HOLD           |                                            | 999950+50  | 1000000+0 | -5000000+0
        a hold is captured once                   | A holds 50, capture h1 30 to B       | capture h1 10 to B                | HOLD_NOT_FOUND                 |                                            | 999970+0   | 1000030+0 | -5000000+0
        a hold is not captured to its own account | A holds 50                           | capture h1 30 to A                | SAME_ACCOUNT                   |                                            | 999950+50  | 1000000+0 | -5000000+0
        a release gives all back                  | A holds 50                           | release h1                        | hold 1 released 50             |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a hold is released once                   | A holds 50, release h1               | release h1                        | HOLD_NOT_FOUND                 |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a hold outlives the time before its deadline | A holds 50 until 90               | time 89                           |                                |                                            | 999950+50  | 1000000+0 | -5000000+0
        and ends at its deadline                  | A holds 50 until 90                  | time 90                           | hold 1 expired 50              |                                            | 1000000+0  | 1000000+0 | -5000000+0
        holds end in the order of their deadlines | A holds 5 until 90, A holds 6 until 80, A holds 7 until 90 | time 100    | hold 2 expired 6; hold 1 expired 5; hold 3 expired 7 |                      | 1000000+0  | 1000000+0 | -5000000+0
        an expired hold cannot be captured        | A holds 50 until 90, time 90         | capture h1 30 to B                | HOLD_NOT_FOUND                 |                                            | 1000000+0  | 1000000+0 | -5000000+0
        a captured hold does not expire           | A holds 50 until 90, capture h1 30 to B | time 90                        |                                |                                            | 999970+0   | 1000030+0 | -5000000+0
        a hold without a deadline stays           | A holds 50                           | time 9000000000000000000          |                                |                                            | 999950+50  | 1000000+0 | -5000000+0
        a deadline lies in the future             | time 90                              | A holds 50 until 90               | DEADLINE_PASSED                |                                            | 1000000+0  | 1000000+0 | -5000000+0
        time never goes back                      | time 90, time 10                     | A holds 50 until 90               | DEADLINE_PASSED                |                                            | 1000000+0  | 1000000+0 | -5000000+0
        """)
    void keepsTheBooks(
            String rule, String given, String when, String then, String posted, String a, String b, String house) {
        if (given != null) {
            for (String command : List.of(given.split(",", -1))) {
                run(command.strip());
            }
        }
        market.events().clear();

        run(when);

        assertThat(String.join("; ", market.events().terse())).as(rule).isEqualTo(then == null ? "" : then);
        assertThat(String.join("; ", market.events().postings())).isEqualTo(posted == null ? "" : posted);
        assertThat(List.of(balance("A"), balance("B"), balance("house"))).containsExactly(a, b, house);
        market.engine().audit();
    }

    private void run(String command) {
        Matcher pay = PAY.matcher(command);
        Matcher hold = HOLD.matcher(command);
        Matcher capture = CAPTURE.matcher(command);
        Matcher release = RELEASE.matcher(command);
        Matcher reverse = REVERSE.matcher(command);
        Matcher time = TIME.matcher(command);
        if (command.startsWith("link ")) {
            link(command.substring("link ".length()));
        } else if (pay.matches()) {
            market.engine().apply(market.identify(transfer(pay, new Transfer())));
        } else if (hold.matches()) {
            hold(hold);
        } else if (capture.matches()) {
            CaptureHold of = market.identify(new CaptureHold());
            of.holdId = Long.parseLong(capture.group(1));
            of.amountMinor = Long.parseLong(capture.group(2));
            of.creditAccountId = account(capture.group(3));
            market.engine().apply(of);
        } else if (release.matches()) {
            ReleaseHold of = market.identify(new ReleaseHold());
            of.holdId = Long.parseLong(release.group(1));
            market.engine().apply(of);
        } else if (reverse.matches()) {
            ReverseTransfer of = market.identify(new ReverseTransfer());
            of.transferId = Long.parseLong(reverse.group(1));
            market.engine().apply(of);
        } else if (time.matches()) {
            market.engine().advanceTo(Long.parseLong(time.group(1)));
        } else {
            throw new IllegalArgumentException("not a command: " + command);
        }
    }

    private void link(String transfers) {
        LinkedTransfers linked = market.identify(new LinkedTransfers());
        List<String> legs = List.of(transfers.split(" & ", -1));
        linked.legCount(legs.size());
        for (int i = 0; i < legs.size(); i++) {
            Matcher pay = PAY.matcher(legs.get(i));
            assertThat(pay.matches()).isTrue();
            transfer(pay, linked.leg(i));
        }
        Reply reply = market.engine().apply(linked);
        assertThat(reply.entityId).isPositive();
    }

    private static Transfer transfer(Matcher pay, Transfer transfer) {
        transfer.debitAccountId = account(pay.group(1));
        transfer.creditAccountId = account(pay.group(2));
        transfer.balancing = switch (String.valueOf(pay.group(3))) {
            case "up to" -> Balancing.DEBIT;
            case "to fill" -> Balancing.CREDIT;
            default -> Balancing.NONE;
        };
        transfer.amountMinor = Long.parseLong(pay.group(4));
        transfer.assetId = TestMarket.CNY;
        transfer.code = PostingCode.INTERNAL;
        return transfer;
    }

    private void hold(Matcher words) {
        Hold hold = market.identify(new Hold());
        hold.accountId = account(words.group(1));
        hold.assetId = TestMarket.CNY;
        hold.amountMinor = Long.parseLong(words.group(2));
        hold.deadlineNanos = words.group(3) == null ? 0 : Long.parseLong(words.group(3));
        hold.code = PostingCode.INTERNAL;
        market.engine().apply(hold);
    }

    private String balance(String name) {
        var view = market.engine().view();
        return List.of(
                        view.availableMinor(account(name), TestMarket.CNY),
                        view.heldMinor(account(name), TestMarket.CNY))
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining("+"));
    }

    private static long account(String name) {
        return name.equals("house") ? TestMarket.ISSUANCE : TestMarket.customer(name);
    }
}
