package io.pharos.cluster.journal;

import io.aeron.Aeron;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.transport.Idle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal from a position on and gives its events to a consumer, for ever: past the end it waits for more,
 * and when a member fails it goes on with another, from the same sequence. It has one thread of its own.
 *
 * <pre>
 *   seeking ──&gt; reading ──&gt; seeking (the next member, after a back-off)
 *                 │  ^
 *                 └──┘ the consumer fails: the same events again, after a back-off
 * </pre>
 */
public final class JournalReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JournalReader.class.getName());
    private static final Duration BACK_OFF_MIN = Duration.ofMillis(50);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(2);

    private final String name;
    private final JournalSource source;
    private final JournalConsumer consumer;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile JournalPosition position;
    private volatile int memberId = -1;
    private volatile @Nullable String error;
    private long backOffMillis = BACK_OFF_MIN.toMillis();
    private @Nullable Aeron aeron;

    private JournalReader(String name, JournalSource source, JournalPosition after, JournalConsumer consumer) {
        this.name = name;
        this.source = source;
        this.position = after;
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().name("journal-" + name).unstarted(this::run);
    }

    /**
     * Starts reading at once, in a thread of this name.
     *
     * @param after    the first event given is the one after this
     * @param consumer called by the reader's thread only
     */
    public static JournalReader open(
            String name, JournalSource source, JournalPosition after, JournalConsumer consumer) {
        var reader = new JournalReader(name, source, after, consumer);
        reader.thread.start();
        return reader;
    }

    /** Starts reading after the event of this sequence; 0 for all. */
    public static JournalReader open(String name, JournalSource source, long afterSequence, JournalConsumer consumer) {
        return open(name, source, JournalPosition.after(afterSequence), consumer);
    }

    private void run() {
        int next = 0;
        try {
            while (isOpen()) {
                var member = source.members().get(next);
                try (var session = JournalSession.open(source, member, aeron(), position)) {
                    memberId = session.memberId();
                    error = null;
                    read(session);
                } catch (RuntimeException problem) {
                    report("the journal is not available: " + problem.getMessage(), problem);
                    memberId = -1;
                    next = (next + 1) % source.members().size();
                    backOff();
                }
            }
        } finally {
            CloseHelper.quietClose(aeron);
        }
    }

    private void read(JournalSession session) {
        var idle = Idle.PARK.strategy();
        while (isOpen()) {
            int fragments = session.poll();
            var events = session.events();
            if (!events.isEmpty()) {
                give(List.copyOf(events), session.position());
                session.taken();
                backOffMillis = BACK_OFF_MIN.toMillis();
            }
            idle.idle(fragments);
        }
    }

    private void give(List<CoreEvent> events, JournalPosition after) {
        while (isOpen()) {
            try {
                consumer.onEvents(events, after);
                position = after;
                error = null;
                return;
            } catch (InterruptedException interrupted) {
                report("the consumer was interrupted", interrupted);
            } catch (Exception problem) {
                report("the consumer failed at event " + events.getFirst().sequence() + ": " + problem, problem);
            }
            backOff();
        }
    }

    private void report(String message, Exception problem) {
        LOG.log(error == null ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG, name + ": " + message);
        LOG.log(System.Logger.Level.DEBUG, name, problem);
        error = message;
    }

    private void backOff() {
        try {
            if (closing.await(backOffMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            // Only close() ends a reader; an interrupt meant for the consumer ends the pause.
            LOG.log(System.Logger.Level.DEBUG, name, interrupted);
        }
        backOffMillis = Math.min(backOffMillis * 2, BACK_OFF_MAX.toMillis());
    }

    /** Its own connection to the driver, made anew if the driver was lost. */
    private Aeron aeron() {
        var current = aeron;
        if (current == null || current.isClosed()) {
            current = source.transport()
                    .connect("journal-" + name, problem -> LOG.log(System.Logger.Level.WARNING, name, problem));
            aeron = current;
        }
        return current;
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    public JournalStatus status() {
        return new JournalStatus(position, memberId, error);
    }

    /** Stops after the batch in hand; returns when the consumer will not be called any more. */
    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        while (!Thread.currentThread().equals(thread) && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
