package io.pharos.platform.stream;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * What waits to be written to one connection. Anybody puts texts in and never waits; one virtual thread writes them, so a
 * slow reader costs memory up to a limit and nothing else.
 */
public final class Outbox {
    /** Asked for more to write when the queue is empty, about every {@link Limits#CONFLATION}. */
    public interface Idle {
        /** Puts what there is into the outbox. */
        void whenIdle(Outbox outbox);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String WAKE = "";

    private final WebSocketSession session;
    private final Idle idle;
    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong waitingLength = new AtomicLong();
    private volatile @Nullable CloseStatus closing;

    public Outbox(WebSocketSession session, Idle idle) {
        this.session = session;
        this.idle = idle;
    }

    /** Starts writing. */
    public void start() {
        Thread.ofVirtual().name("stream-" + session.getId()).start(this::run);
    }

    /** Queues a text. Past the limit everything is dropped and the connection ends. */
    public void put(String text) {
        if (closing != null) {
            return;
        }
        if (waitingLength.addAndGet(text.length()) > Limits.WAITING_LENGTH_MAX) {
            close(new CloseStatus(Limits.SLOW_CONSUMER, "slow consumer"));
            return;
        }
        waiting.add(text);
    }

    /** Asks the idle hook at once instead of at the next turn. */
    public void wake() {
        waiting.add(WAKE);
    }

    /** Ends the connection before anything else is written. */
    public void close(CloseStatus status) {
        closing = status;
        waiting.clear();
        waiting.add(WAKE);
    }

    /** How many characters wait. */
    public long waitingLength() {
        return waitingLength.get();
    }

    public boolean isClosed() {
        return closing != null || !session.isOpen();
    }

    private void run() {
        try {
            long idleAt = 0;
            while (!isClosed()) {
                long wait = Math.max(0, idleAt - System.nanoTime());
                String text = waiting.poll(wait, TimeUnit.NANOSECONDS);
                if (text != null && !text.equals(WAKE)) {
                    waitingLength.addAndGet(-text.length());
                    session.sendMessage(new TextMessage(text));
                } else {
                    idle.whenIdle(this);
                }
                // Under a steady load the conflated channels still get their turn.
                if (text == null || System.nanoTime() > idleAt) {
                    idleAt = System.nanoTime() + Limits.CONFLATION.toNanos();
                    if (text != null) {
                        idle.whenIdle(this);
                    }
                }
            }
            CloseStatus status = closing;
            if (status != null && session.isOpen()) {
                session.close(status);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Stream {} ended: {}", session.getId(), e.getMessage());
            closeQuietly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeQuietly() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException e) {
            LOG.debug("Stream {} was already gone: {}", session.getId(), e.getMessage());
        }
    }
}
