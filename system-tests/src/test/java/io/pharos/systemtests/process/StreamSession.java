package io.pharos.systemtests.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to a stream, as a program has it. It never reconnects by itself. */
public final class StreamSession implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration OPEN_MAX = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Arrived and not taken yet, the oldest first. Guarded by itself. */
    private final Deque<JsonNode> messages = new ArrayDeque<>();

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private StreamSession(URI address, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(OPEN_MAX);
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(address, new Listener()).join();
    }

    static StreamSession open(URI platform, String path, Map<String, String> headers) {
        return new StreamSession(URI.create("ws://" + platform.getRawAuthority() + path), headers);
    }

    public void subscribe(String channel) {
        send(JSON.createObjectNode()
                .put("op", "subscribe")
                .put("channel", channel)
                .toString());
    }

    public void subscribe(String channel, long after) {
        send(JSON.createObjectNode()
                .put("op", "subscribe")
                .put("channel", channel)
                .put("after", after)
                .toString());
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The first message that is wanted and was not taken yet; others stay. @throws AssertionError if none comes */
    public JsonNode await(String what, Duration longest, Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            synchronized (messages) {
                JsonNode found = messages.stream().filter(wanted).findFirst().orElse(null);
                if (found != null) {
                    messages.remove(found);
                    return found;
                }
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + longest.toSeconds() + " s: " + what + "; "
                            + messages.size() + " others wait, the last is " + messages.peekLast()
                            + (closed.isDone() ? "; it is closed" : ""));
                }
            }
            Wait.millis(PAUSE_MILLIS);
        }
    }

    /** The next message of a channel and type. */
    public JsonNode await(String channel, String type, Duration longest) {
        return await(type + " of " + channel, longest, message -> is(message, channel, type));
    }

    /** Forgets what has arrived. */
    public void forget() {
        synchronized (messages) {
            messages.clear();
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** The code of the close, when the other side ends it. */
    public int awaitClose(Duration longest) {
        return closed.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    public static boolean is(JsonNode message, String channel, String type) {
        return message.path("channel").asString("").equals(channel)
                && message.path("type").asString("").equals(type);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode message = JSON.readTree(partial.toString());
                synchronized (messages) {
                    messages.add(message);
                }
                partial.setLength(0);
            }
            open.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
