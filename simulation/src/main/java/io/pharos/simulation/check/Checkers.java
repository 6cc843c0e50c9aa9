package io.pharos.simulation.check;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.simulation.run.Coverage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All checkers of a run. The first member to apply a log entry shows it to the reference; every later application must equal
 * the first.
 */
public final class Checkers {
    private static final int ALL_EVERY = 8;

    private final Reference reference;
    private final History history = new History();
    private final Keys keys = new Keys();
    private final Coverage coverage;
    private final int stepsKept;
    private final Deque<Step> lastSteps = new ArrayDeque<>();

    /**
     * @param stepsKept the last steps, for a report
     */
    public Checkers(Limits limits, Coverage coverage, int stepsKept) {
        this.stepsKept = stepsKept;
        reference = new Reference(limits);
        this.coverage = coverage;
    }

    /** How many entries are known to be committed. */
    public long committed() {
        return history.size();
    }

    /**
     * A member applied an entry before all others.
     *
     * @param entry fingerprint of the log entry
     * @param answer fingerprint of reply and events
     * @param digest of the member's state
     */
    public void applied(Step step, long entry, long answer, long digest, StateView view) {
        lastSteps.add(step);
        if (lastSteps.size() > stepsKept) {
            lastSteps.removeFirst();
        }
        RefInstrument of = RefInstruments.named(reference.state, step.command());
        Phase phase = of == null ? Phase.NONE : of.phase;
        count(step, phase);
        history.add(step, entry, answer, digest);
        keys.check(step.events());
        reference.check(step);
        CommandReply reply = step.reply();
        if (reply != null && (reply.isAccepted() || hasOwnEvent(step))) {
            history.remember(reply);
        }
        checkTouched(view);
        if (step.index() % ALL_EVERY == 0) {
            checkAll(view);
        } else if (of != null) {
            checkBook(view, of);
        }
    }

    private static boolean hasOwnEvent(Step step) {
        return step.events().stream()
                .anyMatch(event -> event.clientId() == step.clientId() && event.commandId() == step.commandId());
    }

    /** A member applied an entry that another one, or the same before a restart, had applied. */
    public void again(long index, long entry, long answer, long digest, int member) {
        history.checkAgain(index, entry, answer, digest, member);
    }

    /** A member took a stored snapshot for the state of a place in the log. */
    public void loaded(long index, long digest, int member) {
        history.checkLoaded(index, digest, member);
    }

    /** A client was given the final answer to its own command. */
    public void told(CommandReply reply) {
        history.checkTold(reply);
    }

    /**
     * A projection's balances at the last sequence must be the state's.
     *
     * @param balances by {@code account/asset}: available, held, the sum of all that was posted
     */
    public void projection(String name, long sequence, Map<String, long[]> balances) {
        Violation.unless(
                sequence == reference.sequence(),
                "projection",
                name + " stands at " + sequence + ", the journal at " + reference.sequence());
        for (LedgerFold.Balance balance : reference.state.ledger.all()) {
            long[] projected = balances.getOrDefault(balance.accountId + "/" + balance.assetId, new long[3]);
            boolean isState = projected[0] == balance.available && projected[1] == balance.held;
            Violation.unless(
                    isState
                            && projected[2]
                                    == balance.available + balance.held + balance.unsettledIn + balance.unsettledOut,
                    "projection",
                    name + " says that account " + balance.accountId + " has " + projected[0] + " available and "
                            + projected[1] + " held of " + balance.assetId + ", by its movements " + projected[2]
                            + " in all; the state says " + balance.available
                            + " and " + balance.held);
        }
    }

    /** Everything at once, at the end. */
    public void checkAll(StateView view) {
        Map<Integer, Long> sums = new TreeMap<>();
        for (LedgerFold.Balance balance : reference.state.ledger.all()) {
            check(view, balance);
            long total = view.availableMinor(balance.accountId, balance.assetId)
                    + view.heldMinor(balance.accountId, balance.assetId)
                    + view.unsettledInMinor(balance.accountId, balance.assetId)
                    + view.unsettledOutMinor(balance.accountId, balance.assetId);
            sums.merge(balance.assetId, total, Long::sum);
        }
        sums.forEach((assetId, sum) ->
                Violation.unless(sum == 0, "conservation", "all of asset " + assetId + " adds to " + sum));
        reference.state.instruments.values().forEach(of -> checkBook(view, of));
        int open = reference.state.orders(0).size();
        Violation.unless(
                view.openOrderCount() == open, "book", view.openOrderCount() + " orders are open instead of " + open);
    }

    /** The last steps in words, oldest first. */
    public List<String> lastSteps() {
        return lastSteps.stream().map(Step::describe).toList();
    }

    /** Ids of what is open, for a workload that wants to meet it. */
    public Known known() {
        return new Known(reference.state, reference.days());
    }

    private void checkTouched(StateView view) {
        for (LedgerFold.Balance balance : reference.state.ledger.takeTouched()) {
            check(view, balance);
        }
    }

    private void check(StateView view, LedgerFold.Balance balance) {
        long available = view.availableMinor(balance.accountId, balance.assetId);
        long held = view.heldMinor(balance.accountId, balance.assetId);
        String whose = "account " + balance.accountId + " has of asset " + balance.assetId + " ";
        Violation.unless(
                available == balance.available && held == balance.held,
                "conservation",
                whose + available + " available and " + held + " held, by its events " + balance.available + " and "
                        + balance.held);
        Violation.unless(
                held >= 0 && (available >= 0 || reference.state.isHouse(balance.accountId)),
                "no negative",
                whose + available + " available and " + held + " held");
        checkUnsettled(view, balance, whose);
        long needed = reference.state.held(balance.accountId, balance.assetId);
        Violation.unless(held == needed, "holds", whose + held + " held, its open orders and holds need " + needed);
    }

    private void checkUnsettled(StateView view, LedgerFold.Balance balance, String whose) {
        long in = view.unsettledInMinor(balance.accountId, balance.assetId);
        long out = view.unsettledOutMinor(balance.accountId, balance.assetId);
        Violation.unless(
                in == balance.unsettledIn && out == balance.unsettledOut,
                "conservation",
                whose + in + " unsettled in and " + out + " out, by its events " + balance.unsettledIn + " and "
                        + balance.unsettledOut);
        long dueIn = reference.state.settlement.unsettledIn(balance.accountId, balance.assetId);
        long dueOut = reference.state.settlement.unsettledOut(balance.accountId, balance.assetId);
        Violation.unless(
                in == dueIn && out == dueOut,
                "settlement",
                whose + in + " unsettled in and " + out + " out, due are " + dueIn + " and " + dueOut);
    }

    private static void checkBook(StateView view, RefInstrument of) {
        int id = of.terms.instrumentId();
        Violation.unless(
                view.phase(id) == of.phase, "book", "instrument " + id + " is " + view.phase(id) + ", not " + of.phase);
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            List<StateView.RestingOrder> expected = of.resting(side).stream()
                    .map(order -> new StateView.RestingOrder(
                            order.orderId, order.accountId, order.price, order.quantity, order.filled, order.hold))
                    .toList();
            List<StateView.RestingOrder> actual = view.resting(id, side);
            Violation.unless(
                    actual.equals(expected),
                    "book",
                    side + " side of instrument " + id + " is " + actual + "\n    but must be " + expected);
        }
    }

    private void count(Step step, Phase phase) {
        CommandReply reply = step.reply();
        if (reply != null) {
            coverage.count("outcome", reply.outcome());
            if (step.kind() != CommandKind.NONE) {
                coverage.count("command", step.kind());
            }
            if (phase != Phase.NONE) {
                coverage.count(step.kind(), phase);
            }
        }
        if (step.command() instanceof CoreCommand.PlaceOrder order && reply != null && reply.isAccepted()) {
            coverage.count("order type", order.orderType());
            coverage.count("time in force", order.timeInForce());
        }
        for (CoreEvent event : step.events()) {
            switch (event) {
                case CoreEvent.OrderCancelled e -> coverage.count("cancel reason", e.reason());
                case CoreEvent.CorporateActionAdvanced e -> coverage.count("action stage", e.stage());
                case CoreEvent.EntitlementPaid e -> coverage.count("action paid", e.kind());
                case CoreEvent.EndOfDayAdvanced e -> coverage.count("end-of-day stage", e.stage());
                case CoreEvent.Posted e -> coverage.count("posting code", e.code());
                default -> {}
            }
        }
    }
}
