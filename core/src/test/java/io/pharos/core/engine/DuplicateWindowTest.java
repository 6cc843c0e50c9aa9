package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AskOutcome;
import io.pharos.core.command.Transfer;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuplicateWindowTest {
    private static final long CLIENT = 7;
    private static final long A = TestMarket.customer("A");
    private static final long B = TestMarket.customer("B");
    private static final EngineSettings SMALL = new EngineSettings(4, 4, 20, 10, 100, 100, 10, 4, 16, 1_000);

    private final TestMarket market = new TestMarket(SMALL, terms -> {});
    private final Engine engine = market.engine();

    @Test
    void answersARepeatedCommandWithItsFirstReplyAndDoesNothing() {
        Reply first = pay(1, 50);
        long transferId = first.entityId;
        long sequence = first.sequence;
        long digest = engine.digest();
        pay(2, 50);
        long balance = cashOfB();

        Reply again = pay(1, 50);

        assertThat(again.outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(again.duplicate).isTrue();
        assertThat(again.entityId).isEqualTo(transferId);
        assertThat(again.sequence).isEqualTo(sequence);
        assertThat(cashOfB()).isEqualTo(balance);
        assertThat(engine.digest()).isNotEqualTo(digest);
        engine.audit();
    }

    @Test
    void answersARepeatedRefusalWithTheFirstRefusal() {
        assertThat(pay(1, 2_000_000).outcome).isEqualTo(Outcome.INSUFFICIENT_FUNDS);
        issueToA(5_000_000);

        assertThat(pay(1, 2_000_000).outcome).isEqualTo(Outcome.INSUFFICIENT_FUNDS);
        assertThat(pay(2, 2_000_000).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void refusesAnotherBodyUnderAnUsedId() {
        pay(1, 50);

        Reply reply = pay(1, 51);

        assertThat(reply.outcome).isEqualTo(Outcome.DUPLICATE_WITH_OTHER_BODY);
        assertThat(cashOfB()).isEqualTo(TestMarket.CASH_MINOR + 50);
    }

    @Test
    void executesALateCommandThatNewerOnesHaveOvertaken() {
        pay(5, 1);
        pay(9, 1);

        assertThat(pay(7, 1).outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(pay(6, 1).duplicate).isFalse();
        assertThat(cashOfB()).isEqualTo(TestMarket.CASH_MINOR + 4);
    }

    @Test
    void refusesWhatMayHaveLeftTheWindowByCount() {
        for (long id = 10; id < 10 + 17; id++) {
            pay(id, 1);
        }

        assertThat(pay(10, 1).outcome).isEqualTo(Outcome.COMMAND_TOO_OLD);
        assertThat(pay(3, 1).outcome).isEqualTo(Outcome.COMMAND_TOO_OLD);
        assertThat(pay(11, 1).duplicate).isTrue();
        assertThat(cashOfB()).isEqualTo(TestMarket.CASH_MINOR + 17);
    }

    @Test
    void refusesWhatMayHaveLeftTheWindowByTime() {
        engine.advanceTo(100);
        pay(1, 1);
        engine.advanceTo(1_099);
        assertThat(pay(1, 1).duplicate).isTrue();

        engine.advanceTo(1_100);

        assertThat(pay(1, 1).outcome).isEqualTo(Outcome.COMMAND_TOO_OLD);
        assertThat(pay(2, 1).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void keepsTheWindowsOfTwoClientsApart() {
        pay(1, 50);
        Transfer other = transfer(1, 50);
        other.clientId = CLIENT + 1;

        assertThat(engine.apply(other).duplicate).isFalse();
        assertThat(cashOfB()).isEqualTo(TestMarket.CASH_MINOR + 100);
    }

    @Test
    void tellsTheOutcomeOfAKnownCommand() {
        long transferId = pay(1, 50).entityId;

        Reply reply = ask(1, false);

        assertThat(reply.outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(reply.entityId).isEqualTo(transferId);
        assertThat(reply.commandId).isEqualTo(900);
    }

    @Test
    void leavesNoTraceOfAQuestion() {
        pay(1, 50);
        long digest = engine.digest();

        assertThat(ask(2, false).outcome).isEqualTo(Outcome.NOT_SEEN);

        assertThat(engine.digest()).isEqualTo(digest);
        assertThat(pay(2, 50).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void neverExecutesAFencedCommand() {
        assertThat(ask(2, true).outcome).isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);

        assertThat(pay(2, 50).outcome).isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);
        assertThat(ask(2, false).outcome).isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);
        assertThat(cashOfB()).isEqualTo(TestMarket.CASH_MINOR);
        engine.audit();
    }

    @Test
    void doesNotFenceWhatHasBeenExecuted() {
        pay(2, 50);

        assertThat(ask(2, true).outcome).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void remembersExactlyTheLastCommandsInWhateverOrderTheirIdsCome() {
        Seeded random = new Seeded(Seeded.seed("DuplicateWindowTest", 99));
        DuplicateWindow window = new DuplicateWindow(1, 64, 500);
        Deque<long[]> expected = new ArrayDeque<>();
        Map<Long, Long> entityIds = new TreeMap<>();
        long evictedIdMax = 0;
        long timeNanos = 0;
        Reply reply = new Reply();
        for (int step = 1; step < 20_000; step++) {
            timeNanos += random.below(20);
            window.advanceTo(timeNanos);
            while (!expected.isEmpty() && timeNanos - expected.getFirst()[1] >= 500) {
                evictedIdMax = Math.max(evictedIdMax, expected.getFirst()[0]);
                entityIds.remove(expected.removeFirst()[0]);
            }
            long commandId = Math.max(1L, step - 50L + random.below(100)) * (random.percent(50) ? 1L : 64L);
            long number = window.find(commandId);
            assertThat(number != DuplicateWindow.NOT_FOUND).isEqualTo(entityIds.containsKey(commandId));
            if (number != DuplicateWindow.NOT_FOUND) {
                window.read(number, reply);
                assertThat(reply.entityId).isEqualTo(entityIds.get(commandId));
            } else if (!window.isTooOld(commandId)) {
                if (expected.size() == 64) {
                    evictedIdMax = Math.max(evictedIdMax, expected.getFirst()[0]);
                    entityIds.remove(expected.removeFirst()[0]);
                }
                reply.entityId = step;
                window.add(commandId, 5, timeNanos, reply);
                expected.addLast(new long[] {commandId, timeNanos});
                entityIds.put(commandId, (long) step);
            }
            assertThat(window.isTooOld(evictedIdMax)).isTrue();
            assertThat(window.isTooOld(evictedIdMax + 1)).isFalse();
        }
        window.audit();
    }

    private Reply pay(long commandId, long amountMinor) {
        return engine.apply(transfer(commandId, amountMinor));
    }

    private static Transfer transfer(long commandId, long amountMinor) {
        Transfer transfer = new Transfer();
        transfer.clientId = CLIENT;
        transfer.commandId = commandId;
        transfer.debitAccountId = A;
        transfer.creditAccountId = B;
        transfer.assetId = TestMarket.CNY;
        transfer.amountMinor = amountMinor;
        transfer.code = PostingCode.INTERNAL;
        return transfer;
    }

    private void issueToA(long amountMinor) {
        Transfer issue = market.identify(transfer(0, amountMinor));
        issue.debitAccountId = TestMarket.ISSUANCE;
        issue.creditAccountId = A;
        engine.apply(issue);
    }

    private Reply ask(long targetCommandId, boolean fence) {
        AskOutcome ask = new AskOutcome();
        ask.clientId = CLIENT;
        ask.commandId = 900;
        ask.targetClientId = CLIENT;
        ask.targetCommandId = targetCommandId;
        ask.fence = fence;
        return engine.apply(ask);
    }

    private long cashOfB() {
        return engine.view().availableMinor(B, TestMarket.CNY);
    }
}
