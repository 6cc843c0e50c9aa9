package io.pharos.platform.peer;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to another process of the installation. It reads one message at a time: after each it waits for
 * {@link #read}, so what its owner does not want stays in the other process. One thread sends.
 */
public final class PeerSocket {
    /** A longer message was not sent by a process of ours. */
    private static final int MESSAGE_LENGTH_MAX = 16_000_000;

    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    private final Receiver receiver;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;

    /** Who takes what arrives; called by one thread at a time, and must not block. */
    public interface Receiver {
        /** A whole message; the next one comes after {@link PeerSocket#read}. */
        void onText(PeerSocket from, String text);

        /** The end, told once: the close code, 1006 if the connection broke. Not told of an end of our own. */
        void onEnd(PeerSocket from, int code);
    }

    PeerSocket(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Asks for one more message. */
    public void read() {
        WebSocket open = socket;
        if (open != null) {
            open.request(1);
        }
    }

    /** Sends; wait for the end of it before sending again. */
    public CompletableFuture<?> send(String text) {
        WebSocket open = socket;
        return open == null
                ? CompletableFuture.failedFuture(new IllegalStateException("not open"))
                : open.sendText(text, true);
    }

    /** Ends it; nothing is received any more. */
    public void close() {
        ended.set(true);
        WebSocket open = socket;
        if (open != null) {
            CompletableFuture<?> unused = open.sendClose(NORMAL, "").whenComplete((sent, failure) -> open.abort());
        }
    }

    void opened(WebSocket open) {
        socket = open;
        if (ended.get()) {
            open.abort();
        }
    }

    private void end(int code) {
        if (ended.compareAndSet(false, true)) {
            receiver.onEnd(this, code);
        }
    }

    /** What the JDK's client calls. */
    final class Listener implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket open) {
            opened(open);
            open.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
            if (partial.length() + data.length() > MESSAGE_LENGTH_MAX) {
                open.abort();
                end(ABNORMAL);
                return null;
            }
            partial.append(data);
            if (!last) {
                open.request(1);
                return null;
            }
            String text = partial.toString();
            partial.setLength(0);
            if (!ended.get()) {
                receiver.onText(PeerSocket.this, text);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            end(code);
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable failure) {
            end(ABNORMAL);
        }
    }
}
