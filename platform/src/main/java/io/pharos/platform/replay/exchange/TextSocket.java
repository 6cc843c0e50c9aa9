package io.pharos.platform.replay.exchange;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket of whole text messages. One thread sends; the listeners are called one message at a time. */
final class TextSocket implements AutoCloseable {
    private final WebSocket socket;
    private final Inbound inbound;

    private TextSocket(WebSocket socket, Inbound inbound) {
        this.socket = socket;
        this.inbound = inbound;
    }

    /** @param onClosed gets one line that says why, unless {@link #close()} was called before */
    static TextSocket open(ExchangeSession session, String path, Consumer<String> onText, Consumer<String> onClosed) {
        Inbound inbound = new Inbound(onText, onClosed);
        return new TextSocket(session.open(path, inbound), inbound);
    }

    /** Sends a message, and returns when the connection has taken it. */
    void send(String text) {
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            throw new ExchangeException("the connection to the exchange broke", e);
        }
    }

    @Override
    public void close() {
        inbound.closing = true;
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(broken -> socket)
                    .join();
        }
        socket.abort();
    }

    private static final class Inbound implements WebSocket.Listener {
        private final Consumer<String> onText;
        private final Consumer<String> onClosed;
        private final StringBuilder parts = new StringBuilder();
        private volatile boolean closing;

        Inbound(Consumer<String> onText, Consumer<String> onClosed) {
            this.onText = onText;
            this.onClosed = onClosed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                onText.accept(text);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            socket.request(1);
            return CompletableFuture.completedStage(message);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed("the exchange closed the connection with code " + status
                    + (reason.isBlank() ? "" : " (" + reason + ")"));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed("the connection to the exchange broke: " + error);
        }

        private void closed(String why) {
            if (!closing) {
                closing = true;
                onClosed.accept(why);
            }
        }
    }
}
