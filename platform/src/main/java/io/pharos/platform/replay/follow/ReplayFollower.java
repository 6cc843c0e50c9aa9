package io.pharos.platform.replay.follow;

import io.pharos.platform.replay.exchange.BookUpdate;
import io.pharos.platform.replay.exchange.OrderReply;
import io.pharos.platform.replay.plan.Difference;
import io.pharos.platform.replay.plan.Entry;
import io.pharos.platform.replay.plan.Step;
import io.pharos.platform.replay.recording.RecordedRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what was sent, the replies, and the book's stream.
 *
 * <p>A row can be compared once all commands before it are answered, which gives the sequence of the last of their
 * events, and the book's stream is known to have passed that sequence: an update of exactly this sequence was applied,
 * or a later one has arrived. So each row is compared with the book of its own moment, however many commands are in
 * flight.
 *
 * <p>Invariants: replies come in the order of sending; rows are compared in the order of the recording; at most
 * {@code inFlightMax} commands are unanswered and at most {@code uncomparedMax} rows wait.
 */
public final class ReplayFollower {
    /** Rows that may wait for the book's stream before sending pauses. */
    private static final int UNCOMPARED_MAX = 4_096;

    private static final long LATENCY_NANOS_MAX = TimeUnit.MINUTES.toNanos(10);

    private record Sent(
            long id,
            Entry entry,
            long atNanos,
            Step.@Nullable Execution execution,
            @Nullable Step step) {}

    private static final class Row {
        final @Nullable Step step;
        final List<RecordedRow> rows;
        final long commandsBefore;
        long targetSequence;

        Row(@Nullable Step step, List<RecordedRow> rows, long commandsBefore) {
            this.step = step;
            this.rows = rows;
            this.commandsBefore = commandsBefore;
        }
    }

    private final int inFlightMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final ArrayDeque<Sent> inFlight = new ArrayDeque<>();
    private final ArrayDeque<Row> unanswered = new ArrayDeque<>();
    private final ArrayDeque<Row> uncompared = new ArrayDeque<>();
    private final ArrayDeque<BookUpdate> updates = new ArrayDeque<>();
    private final ExchangeBook book = new ExchangeBook();
    private boolean snapshotReceived;
    private boolean streamEnded;
    private long sent;
    private long answered;
    private long lastSequence;
    private @Nullable String broken;

    private int messages;
    private boolean seedEqual;
    private String seedDifference = "";
    private int rowsCompared;
    private int rowsEqual;
    private final List<DifferingRow> differingRows = new ArrayList<>();
    private final List<PlayedExecution> executions = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<Long, String> ordersByKey = new HashMap<>();
    private final Histogram latencyNanos = new Histogram(LATENCY_NANOS_MAX, 3);

    public ReplayFollower(int inFlightMax) {
        this.inFlightMax = inFlightMax;
    }

    /** Waits until another command may be sent, and counts it as sent. Returns the id to send it with. */
    public long beforeSending(Entry entry, @Nullable Step step) throws InterruptedException {
        lock.lock();
        try {
            while (broken == null && (inFlight.size() >= inFlightMax || uncompared.size() >= UNCOMPARED_MAX)) {
                changed.await();
            }
            failIfBroken();
            long id = ++sent;
            Step.Execution execution =
                    step != null && step.execution() != null && step.execution().aggressorKey() == entry.key()
                            ? step.execution()
                            : null;
            inFlight.add(new Sent(id, entry, System.nanoTime(), execution, step));
            return id;
        } finally {
            lock.unlock();
        }
    }

    /** All commands that seed the book were sent: it must equal the row now. */
    public void expectSeed(RecordedRow seed) {
        expect(new Row(null, List.of(seed), sent));
    }

    /** All commands that play a message were sent. */
    public void expectRows(Step step) {
        expect(new Row(step, step.rows(), sent));
    }

    private void expect(Row row) {
        lock.lock();
        try {
            unanswered.add(row);
            collectAnswered();
            compare();
        } finally {
            lock.unlock();
        }
    }

    /** A reply has arrived. */
    public void onReply(OrderReply reply) {
        long now = System.nanoTime();
        lock.lock();
        try {
            Sent command = inFlight.poll();
            if (command == null || !Long.toString(command.id()).equals(reply.id())) {
                breakOff("the exchange answered out of order: expected " + (command == null ? "nothing" : command.id())
                        + ", received " + reply.id());
                return;
            }
            latencyNanos.recordValue(Math.min(now - command.atNanos(), LATENCY_NANOS_MAX));
            answered++;
            lastSequence = Math.max(lastSequence, reply.sequence());
            if (!reply.isAccepted()) {
                String code = reply.reason().split(":", 2)[0];
                refusals.merge(code.isEmpty() ? "HTTP " + reply.status() : code, 1, Integer::sum);
            }
            if (command.entry() instanceof Entry.Place && !reply.orderId().isEmpty()) {
                ordersByKey.put(command.entry().key(), reply.orderId());
            }
            if (command.execution() != null && command.step() != null) {
                executions.add(new PlayedExecution(
                        command.step().message().line(),
                        command.step().message().orderId(),
                        reply.orderId(),
                        command.execution().makerKey(),
                        command.step().message().quantity(),
                        reply.filledQuantity(),
                        command.execution().evidence()));
            }
            collectAnswered();
            compare();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** An update of the book has arrived. */
    public void onBook(BookUpdate update) {
        lock.lock();
        try {
            if (update.snapshot()) {
                if (snapshotReceived) {
                    breakOff("the exchange sent the book anew: the stream has lost updates");
                    return;
                }
                snapshotReceived = true;
                book.apply(update);
            } else {
                long expected =
                        updates.isEmpty() ? book.sequence() : updates.getLast().sequence();
                if (update.previous() > expected) {
                    breakOff("the book's stream has a gap: expected an update after " + expected
                            + ", received one after " + update.previous());
                    return;
                }
                if (update.sequence() > expected) {
                    updates.add(update);
                }
            }
            compare();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A connection was lost. */
    public void onClosed(String why) {
        lock.lock();
        try {
            breakOff(why);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the book. Returns whether it is empty. */
    public boolean awaitSnapshot(long timeoutNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = timeoutNanos;
            while (!snapshotReceived && broken == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            failIfBroken();
            if (!snapshotReceived) {
                throw new ReplayBrokenException("the exchange sends no book");
            }
            drainUpdates();
            return book.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all commands are answered, or the connection is lost, or the time is over; returns whether they are. */
    public boolean awaitReplies(long timeoutNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = timeoutNanos;
            while (!inFlight.isEmpty() && broken == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return inFlight.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until each row is compared. What still waits after the time-out is compared with the book as it is: then
     * the stream has been silent, which means that nothing changed.
     */
    public void awaitRows(long timeoutNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = timeoutNanos;
            while (!uncompared.isEmpty() && broken == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            streamEnded = broken == null;
            compare();
        } finally {
            lock.unlock();
        }
    }

    /** The reason why the replay cannot go on, or null. */
    public @Nullable String broken() {
        lock.lock();
        try {
            return broken;
        } finally {
            lock.unlock();
        }
    }

    public Tally tally() {
        lock.lock();
        try {
            return new Tally(
                    messages,
                    answered,
                    Map.copyOf(refusals),
                    seedEqual,
                    seedDifference,
                    rowsCompared,
                    rowsEqual,
                    List.copyOf(differingRows),
                    List.copyOf(executions),
                    latencyNanos.copy(),
                    Map.copyOf(ordersByKey));
        } finally {
            lock.unlock();
        }
    }

    private void collectAnswered() {
        Row row = unanswered.peek();
        while (row != null && row.commandsBefore <= answered) {
            row.targetSequence = lastSequence;
            if (row.step != null) {
                messages++;
            }
            uncompared.add(unanswered.remove());
            row = unanswered.peek();
        }
    }

    private void compare() {
        while (!uncompared.isEmpty() && isReached(uncompared.element())) {
            Row row = uncompared.remove();
            if (row.step == null) {
                seedEqual = book.equalsTopOf(row.rows.getFirst());
                seedDifference = seedEqual ? "" : book.describeDifference(row.rows.getFirst());
            } else if (!row.rows.isEmpty()) {
                rowsCompared++;
                if (row.rows.stream().allMatch(book::equalsTopOf)) {
                    rowsEqual++;
                } else {
                    differingRows.add(differing(row.step));
                }
            }
        }
    }

    private boolean isReached(Row row) {
        while (!updates.isEmpty() && updates.element().sequence() <= row.targetSequence) {
            book.apply(updates.remove());
        }
        return streamEnded || !updates.isEmpty() || book.sequence() >= row.targetSequence;
    }

    private void drainUpdates() {
        while (!updates.isEmpty()) {
            book.apply(updates.remove());
        }
    }

    private DifferingRow differing(Step step) {
        List<Difference> expected = step.differences();
        boolean asPlayed = !expected.isEmpty()
                && expected.stream().allMatch(d -> book.quantity(d.side(), d.price()) == d.playedQuantity());
        String detail = step.rows().stream()
                .filter(row -> !book.equalsTopOf(row))
                .map(book::describeDifference)
                .findFirst()
                .orElse("");
        if (!asPlayed) {
            return new DifferingRow(
                    step.message().line(), DifferingRow.Explanation.EXCHANGE_DIFFERS, List.of(), detail);
        }
        Difference worst = expected.stream()
                .filter(d -> d.explanation() == Difference.Explanation.UNEXPLAINED)
                .findFirst()
                .orElse(expected.getFirst());
        return new DifferingRow(
                step.message().line(),
                DifferingRow.Explanation.of(worst),
                expected,
                worst.evidence().isEmpty()
                        ? detail
                        : worst.side() + " " + worst.price() + ": exchange " + worst.playedQuantity() + ", record "
                                + worst.recordedQuantity() + "; " + worst.evidence());
    }

    private void breakOff(String why) {
        if (broken == null) {
            broken = why;
        }
        changed.signalAll();
    }

    private void failIfBroken() {
        if (broken != null) {
            throw new ReplayBrokenException(broken);
        }
    }
}
