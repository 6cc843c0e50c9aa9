package io.pharos.platform.replay;

import io.pharos.platform.replay.exchange.BookSocket;
import io.pharos.platform.replay.exchange.Credentials;
import io.pharos.platform.replay.exchange.ExchangeException;
import io.pharos.platform.replay.exchange.ExchangeSession;
import io.pharos.platform.replay.exchange.HandedOver;
import io.pharos.platform.replay.exchange.OrderSocket;
import io.pharos.platform.replay.exchange.TradedInstrument;
import io.pharos.platform.replay.follow.ReplayBrokenException;
import io.pharos.platform.replay.follow.ReplayFollower;
import io.pharos.platform.replay.follow.Tally;
import io.pharos.platform.replay.plan.Entry;
import io.pharos.platform.replay.plan.Planner;
import io.pharos.platform.replay.plan.Step;
import io.pharos.platform.replay.recording.AlignedRows;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import io.pharos.platform.replay.recording.Recording;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One replay, from the sign-in until the instrument is given back. */
final class ReplayRun {
    private static final long SNAPSHOT_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long REPLIES_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long ROWS_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PACE_SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ReplayOptions options;
    private final Recording recording;
    private final ProgressLine progress;
    private final ReplayFollower follower;
    private volatile boolean stopping;
    private long startedNanos;
    private long endedNanos;

    ReplayRun(ReplayOptions options, Recording recording, ProgressLine progress) {
        this.options = options;
        this.recording = recording;
        this.progress = progress;
        this.follower = new ReplayFollower(options.inFlight());
    }

    /** Asks for an early end: the report then tells of the part that was played. */
    void stop() {
        stopping = true;
    }

    ReplayReport play(Credentials credentials) throws InterruptedException {
        try (ExchangeSession session = ExchangeSession.signIn(options.url(), credentials)) {
            TradedInstrument instrument = TradedInstrument.find(session, options.instrument());
            requireTicks(instrument);
            try (HandedOver handedOver = HandedOver.take(session, options.instrument())) {
                return play(session, handedOver);
            }
        }
    }

    @SuppressWarnings("try") // the book's socket only listens
    private ReplayReport play(ExchangeSession session, HandedOver handedOver) throws InterruptedException {
        String prefix = "r" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        String symbol = options.instrument();
        @Nullable String stopped = null;
        @Nullable Long cancelled = null;
        try (BookSocket book = BookSocket.open(session, symbol, follower::onBook, follower::onClosed);
                OrderSocket orders = OrderSocket.open(session, symbol, prefix, follower::onReply, follower::onClosed)) {
            if (!follower.awaitSnapshot(SNAPSHOT_TIMEOUT_NANOS)) {
                progress.show("The book of " + symbol + " holds orders of others: rows will differ where they show.");
            }
            stopped = send(orders);
            if (!follower.awaitReplies(REPLIES_TIMEOUT_NANOS) && stopped == null) {
                stopped = "replies are missing";
            }
            endedNanos = System.nanoTime();
            // What this takes off the book also tells that its stream has passed the last row.
            cancelled = handedOver.cancelOrders();
            follower.awaitRows(ROWS_TIMEOUT_NANOS);
        } catch (ReplayBrokenException | ExchangeException e) {
            if (startedNanos == 0) {
                throw e;
            }
            stopped = e.getMessage();
        }
        if (stopped == null) {
            stopped = follower.broken();
        }
        progress.end();
        if (endedNanos == 0) {
            endedNanos = System.nanoTime();
        }
        Tally tally = follower.tally();
        OrderMatch match = OrderMatch.read(session, symbol, tally);
        return new ReplayReport(
                symbol,
                recording.messages().size(),
                tally,
                endedNanos - startedNanos,
                match == null ? null : match.sameOrder(),
                match == null ? List.of() : match.otherOrders(),
                cancelled,
                stopped);
    }

    /** Sends everything. Returns why it stopped early, or null. */
    private @Nullable String send(OrderSocket orders) throws InterruptedException {
        Planner planner = new Planner(recording);
        try (AlignedRows rows = recording.rows()) {
            for (Entry entry : planner.seed()) {
                orders.send(follower.beforeSending(entry, null), entry);
            }
            follower.expectSeed(recording.seed());
            if (!follower.awaitReplies(REPLIES_TIMEOUT_NANOS)) {
                throw new ExchangeException("the exchange does not answer the orders that seed its book");
            }
            Tally seeded = follower.tally();
            if (!seeded.refusals().isEmpty()) {
                throw new ExchangeException("the exchange refused orders that seed the book: " + seeded.refusals());
            }
            rows.next();
            List<RecordedMessage> messages = recording.messages();
            startedNanos = System.nanoTime();
            for (RecordedMessage message : messages.subList(1, messages.size())) {
                awaitTime(message);
                if (stopping) {
                    return "Ctrl-C";
                }
                Step step = planner.step(message, rows.next());
                for (Entry entry : step.play()) {
                    orders.send(follower.beforeSending(entry, step), entry);
                }
                follower.expectRows(step);
                for (Entry entry : step.repair()) {
                    orders.send(follower.beforeSending(entry, step), entry);
                }
                showProgress(message);
            }
        }
        return null;
    }

    /** Waits for the message's time if the replay is paced. */
    private void awaitTime(RecordedMessage message) {
        if (options.speed() == 0) {
            return;
        }
        long recordedNanos =
                message.timeNanos() - recording.messages().getFirst().timeNanos();
        long dueNanos = startedNanos + (long) (recordedNanos / options.speed());
        long left = dueNanos - System.nanoTime();
        while (left > 0 && !stopping && follower.broken() == null) {
            showProgress(message);
            LockSupport.parkNanos(Math.min(left, PACE_SLICE_NANOS));
            left = dueNanos - System.nanoTime();
        }
    }

    private void showProgress(RecordedMessage message) {
        if (!progress.isDue()) {
            return;
        }
        Tally tally = follower.tally();
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        long second = TimeUnit.NANOSECONDS.toSeconds(message.timeNanos());
        progress.show(String.format(
                "%02d:%02d:%02d  %,d of %,d messages  %,.0f/s  rows equal %,d of %,d  executions %,d",
                second / 3600,
                second / 60 % 60,
                second % 60,
                tally.messages(),
                recording.messages().size() - 1,
                tally.messages() / seconds,
                tally.rowsEqual(),
                tally.rowsCompared(),
                tally.executions().size()));
    }

    /** Prices of displayed orders must be possible on the exchange. */
    private void requireTicks(TradedInstrument instrument) {
        for (RecordedMessage message : recording.messages()) {
            if (message.kind().changesTheBook() && message.price() % instrument.tick() != 0) {
                throw new ExchangeException("line " + message.line() + " has the price " + message.price()
                        + ", no multiple of the tick of " + instrument.symbol() + ", " + instrument.tick()
                        + " (ten-thousandths)");
            }
        }
        RecordedRow seed = recording.seed();
        for (BookSide side : BookSide.values()) {
            for (int level = 0; level < seed.occupied(side); level++) {
                if (seed.price(side, level) % instrument.tick() != 0) {
                    throw new ExchangeException("the seed row has the price " + seed.price(side, level)
                            + ", no multiple of the tick of " + instrument.symbol());
                }
            }
        }
    }
}
