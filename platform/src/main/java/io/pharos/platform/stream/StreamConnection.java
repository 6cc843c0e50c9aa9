package io.pharos.platform.stream;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.peer.RoleUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One reader: its subscriptions and its outbox.
 *
 * <p>Invariants: a channel's first message is a snapshot, unless the reader resumes; each delta names the sequence of the
 * message before it on this channel. Requests of one connection are handled one after the other.
 */
final class StreamConnection {
    private final @Nullable Caller caller;
    private final List<ChannelSource> sources;
    private final ObjectMapper json;
    private final Function<ProblemException, String> render;
    private final PeerStreams peerStreams;
    private final Outbox outbox;
    private final Map<String, PeerStream> peers = new ConcurrentHashMap<>();
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private volatile long lastWrittenNanos = System.nanoTime();

    private sealed interface Subscription {
        record Pulled(Channel.Conflated channel, AtomicLong after) implements Subscription {}

        record Pushed(ChannelSink sink) implements Subscription {}

        record Passed(PeerStream stream) implements Subscription {}
    }

    /** Opens a connection to the process of a role. */
    interface PeerStreams {
        PeerStream open(String role, PeerStream.Reader reader);
    }

    StreamConnection(
            WebSocketSession session,
            @Nullable Caller caller,
            List<ChannelSource> sources,
            ObjectMapper json,
            Function<ProblemException, String> render,
            PeerStreams peerStreams) {
        this.peerStreams = peerStreams;
        this.caller = caller;
        this.sources = sources;
        this.json = json;
        this.render = render;
        this.outbox = new Outbox(session, this::pull);
    }

    void open() {
        outbox.start();
    }

    void close() {
        subscriptions.keySet().forEach(this::unsubscribe);
        peers.values().forEach(PeerStream::close);
    }

    /** Ends the connection, because of the reader's session. */
    void sessionEnded() {
        outbox.close(new CloseStatus(Limits.SESSION_ENDED, "session ended"));
    }

    /** Handles one request. */
    void request(String text) {
        JsonNode request;
        try {
            request = json.readTree(text);
        } catch (JacksonException e) {
            refuse("", new ProblemException(EdgeProblem.MALFORMED_JSON));
            return;
        }
        String channel = request.path("channel").asString("");
        try {
            switch (request.path("op").asString("")) {
                case "subscribe" ->
                    subscribe(channel, Math.max(0, request.path("after").asLong(0)));
                case "unsubscribe" -> unsubscribe(channel);
                case "ping" -> heartbeat();
                default -> throw new ProblemException(StreamProblem.OPERATION_UNKNOWN);
            }
        } catch (ProblemException refusal) {
            refuse(channel, refusal);
        } catch (RoleUnavailable absent) {
            refuse(channel, problem(absent));
        }
    }

    private void subscribe(String name, long after) {
        unsubscribe(name);
        if (subscriptions.size() >= Limits.SUBSCRIPTIONS_MAX) {
            throw new ProblemException(StreamProblem.SUBSCRIPTIONS_LIMIT, Limits.SUBSCRIPTIONS_MAX);
        }
        Channel channel = sources.stream()
                .map(source -> source.open(name, caller))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new ProblemException(StreamProblem.CHANNEL_UNKNOWN, name));
        switch (channel) {
            case Channel.Conflated conflated -> {
                // Only a snapshot says everything; a reader that resumes a conflated channel gets one too.
                subscriptions.put(name, new Subscription.Pulled(conflated, new AtomicLong()));
                outbox.wake();
            }
            case Channel.Ordered ordered -> {
                ChannelSink sink = new ChannelSink(name, ordered);
                subscriptions.put(name, new Subscription.Pushed(sink));
                sink.attach(after);
            }
            case Channel.Forwarded forwarded -> {
                PeerStream stream = peers.computeIfAbsent(forwarded.role(), this::openPeer);
                subscriptions.put(name, new Subscription.Passed(stream));
                stream.subscribe(name, after);
            }
        }
    }

    private PeerStream openPeer(String role) {
        PeerStream stream = peerStreams.open(role, new PeerReader());
        stream.start();
        return stream;
    }

    private void unsubscribe(String name) {
        switch (subscriptions.remove(name)) {
            case Subscription.Pushed pushed -> pushed.sink().detach();
            case Subscription.Passed passed -> passed.stream().unsubscribe(name);
            case null, default -> {}
        }
    }

    /** Writes what conflated channels have to say, and a heartbeat when nobody had for a while. */
    private void pull(Outbox idle) {
        subscriptions.forEach((name, subscription) -> {
            switch (subscription) {
                case Subscription.Pulled pulled -> pull(name, pulled);
                case Subscription.Pushed pushed -> pushed.sink().catchUp();
                case Subscription.Passed passed -> passed.stream().resume();
            }
        });
        if (System.nanoTime() - lastWrittenNanos > Limits.HEARTBEAT.toNanos()) {
            heartbeat();
        }
    }

    private void pull(String name, Subscription.Pulled pulled) {
        long after = pulled.after().get();
        Channel.State state;
        try {
            state = pulled.channel().next(after);
        } catch (RoleUnavailable absent) {
            subscriptions.remove(name);
            refuse(name, problem(absent));
            return;
        }
        if (state != null) {
            pulled.after().set(state.sequence());
            write(
                    after == 0
                            ? message(name, "snapshot", state.sequence(), 0, state.data())
                            : message(name, "delta", state.sequence(), after, state.data()));
        }
    }

    private static ProblemException problem(RoleUnavailable absent) {
        return new ProblemException(
                EdgeProblem.ROLE_UNAVAILABLE,
                absent.role(),
                absent.since() == null ? "-" : String.valueOf(absent.since()));
    }

    private void heartbeat() {
        write("{\"type\":\"heartbeat\"}");
    }

    private void refuse(String channel, ProblemException refusal) {
        write(message(channel, "error", 0, 0, render.apply(refusal)));
    }

    private void write(String text) {
        lastWrittenNanos = System.nanoTime();
        outbox.put(text);
    }

    private String message(String channel, String type, long sequence, long previous, String data) {
        return "{\"channel\":" + json.writeValueAsString(channel) + ",\"type\":\"" + type + "\",\"sequence\":"
                + sequence + ",\"previous\":" + previous + ",\"data\":" + data + "}";
    }

    /**
     * Writes an ordered channel's messages. When too much waits for the reader, and a snapshot tells it all, the channel is
     * left until the reader has taken what waits, and then begins with a new snapshot.
     */
    private final class ChannelSink implements Channel.Sink {
        private final String name;
        private final Channel.Ordered channel;
        private final AtomicReference<@Nullable Runnable> attached = new AtomicReference<>();
        private volatile boolean behind;
        private volatile boolean left;

        ChannelSink(String name, Channel.Ordered channel) {
            this.name = name;
            this.channel = channel;
        }

        void attach(long after) {
            attached.set(channel.attach(after, this));
            if (left) {
                detach(); // unsubscribed meanwhile
            }
        }

        void detach() {
            left = true;
            Runnable detach = attached.getAndSet(null);
            if (detach != null) {
                detach.run();
            }
        }

        /** Called by the writing thread when it has time. */
        void catchUp() {
            if (behind && outbox.waitingLength() == 0) {
                Runnable detach = attached.getAndSet(null);
                if (detach != null) {
                    detach.run();
                }
                behind = false;
                attach(0);
            }
        }

        @Override
        public void resyncRequired() {
            write(message(name, "resync_required", 0, 0, "null"));
        }

        @Override
        public void snapshot(long sequence, String data) {
            write(message(name, "snapshot", sequence, 0, data));
        }

        @Override
        public void delta(long sequence, long previous, String data) {
            if (behind) {
                return;
            }
            if (channel.isWholeInSnapshot() && outbox.waitingLength() > Limits.WAITING_LENGTH_CONFLATED) {
                behind = true;
                return;
            }
            write(message(name, "delta", sequence, previous, data));
        }
    }

    /** Passes on what another process says. */
    private final class PeerReader implements PeerStream.Reader {
        @Override
        public void pass(String text) {
            write(text);
        }

        @Override
        public void unavailable(String channel, RoleUnavailable absent) {
            refuse(channel, problem(absent));
        }

        @Override
        public void end(int code) {
            outbox.close(new CloseStatus(code));
        }

        @Override
        public boolean hasRoom() {
            return outbox.waitingLength() < Limits.WAITING_LENGTH_FORWARDED;
        }
    }
}
