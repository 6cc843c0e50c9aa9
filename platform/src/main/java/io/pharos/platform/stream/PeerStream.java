package io.pharos.platform.stream;

import io.pharos.platform.peer.PeerSocket;
import io.pharos.platform.peer.Peers;
import io.pharos.platform.peer.RoleUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One reader's channels of a role that runs in another process: a connection of its own to that process's stream, over
 * which the same requests go and the same messages come.
 *
 * <pre>
 *   connecting ──open──&gt; live ──lost──&gt; connecting, at once: each channel resumes after what was passed on
 *       │  ▲
 *  failed  └── after a back-off: each channel begins anew with a snapshot
 *       └─&gt; the reader is told ROLE_UNAVAILABLE for each channel, once
 * </pre>
 *
 * <p>A slow reader is not read for: the other process then conflates or drops it as if it were connected there. One
 * virtual thread connects and sends; the HTTP client's threads receive and never wait.
 */
final class PeerStream {
    /** Where processes of one installation connect. */
    static final String PATH = "/internal/stream";

    private static final Logger LOG = LoggerFactory.getLogger(PeerStream.class);
    private static final long TURN_MILLIS = 500;

    private final String role;
    private final Peers peers;
    private final Map<String, String> headers;
    private final ObjectMapper json;
    private final Reader reader;
    private final Thread thread;

    /** The channels that the reader wants, with the sequence that it has of each. Guarded by this, as all below. */
    private final Map<String, Long> wanted = new LinkedHashMap<>();

    /** Channels of which the other process has to be told. */
    private final Set<String> untold = new LinkedHashSet<>();

    private @Nullable PeerSocket socket;
    private @Nullable Instant downSince;
    private boolean paused;
    private boolean closed;
    private long heardAtNanos;

    /** Whose channels these are. Its methods never block. */
    interface Reader {
        /** A message, as it is to be written. */
        void pass(String text);

        /** The channel cannot be had now; it comes back by itself. */
        void unavailable(String channel, RoleUnavailable absent);

        /** The other process ended the connection for a reason that is the reader's. */
        void end(int code);

        /** Whether it has room for more. */
        boolean hasRoom();
    }

    PeerStream(String role, Peers peers, Map<String, String> headers, ObjectMapper json, Reader reader) {
        this.role = role;
        this.peers = peers;
        this.headers = Map.copyOf(headers);
        this.json = json;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("stream-peer-" + role).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Follows a channel from {@code after} on; 0 = from a snapshot. */
    synchronized void subscribe(String channel, long after) {
        wanted.put(channel, after);
        untold.add(channel);
        Instant since = downSince;
        if (since != null) {
            reader.unavailable(channel, new RoleUnavailable(role, since, null));
        }
        notifyAll();
    }

    synchronized void unsubscribe(String channel) {
        wanted.remove(channel);
        if (socket == null) {
            untold.remove(channel);
        } else {
            untold.add(channel);
            notifyAll();
        }
    }

    /** The reader has room again, perhaps. */
    synchronized void resume() {
        if (paused && reader.hasRoom()) {
            paused = false;
            readOn();
        }
    }

    synchronized void close() {
        closed = true;
        drop();
        thread.interrupt();
    }

    private void run() {
        Duration backoff = Limits.FORWARD_BACKOFF;
        try {
            while (!isClosed()) {
                if (served()) {
                    backoff = Limits.FORWARD_BACKOFF;
                    continue;
                }
                unavailable();
                long millis = backoff.toMillis();
                Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
                Duration next = backoff.multipliedBy(2);
                backoff = next.compareTo(Limits.FORWARD_BACKOFF_MAX) < 0 ? next : Limits.FORWARD_BACKOFF_MAX;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** One connection, until it is lost. False if there was none, or none to speak of. */
    private boolean served() throws InterruptedException {
        long startedAtNanos = System.nanoTime();
        if (!connect()) {
            return false;
        }
        serve();
        return System.nanoTime() - startedAtNanos > Limits.FORWARD_BACKOFF_MAX.toNanos();
    }

    private boolean connect() throws InterruptedException {
        Connection connection = new Connection();
        try {
            PeerSocket open = peers.openSocket(role, PATH, headers, Limits.FORWARD_CONNECT, connection)
                    .get();
            synchronized (this) {
                if (closed || connection.ended) {
                    open.close();
                    return false;
                }
                socket = open;
                heardAtNanos = System.nanoTime();
                downSince = null;
                paused = false;
                untold.clear();
                untold.addAll(wanted.keySet());
            }
            return true;
        } catch (ExecutionException e) {
            LOG.debug("The process of role {} cannot be reached: {}", role, e.getMessage());
            return false;
        }
    }

    /** Tells the other process what is wanted, until the connection is lost. */
    private void serve() throws InterruptedException {
        while (true) {
            PeerSocket open;
            List<String> requests = new ArrayList<>();
            synchronized (this) {
                open = socket;
                if (open == null || closed) {
                    return;
                }
                if (untold.isEmpty()) {
                    wait(TURN_MILLIS);
                }
                boolean silent = !paused && System.nanoTime() - heardAtNanos > Limits.FORWARD_SILENCE.toNanos();
                if (silent) {
                    drop();
                    return;
                }
                untold.forEach(channel -> requests.add(request(channel)));
                untold.clear();
            }
            for (String request : requests) {
                if (!sent(open, request)) {
                    synchronized (this) {
                        drop();
                    }
                    return;
                }
            }
        }
    }

    private static boolean sent(PeerSocket open, String request) throws InterruptedException {
        try {
            open.send(request).get(Limits.FORWARD_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private String request(String channel) {
        Long after = wanted.get(channel);
        ObjectNode request = json.createObjectNode()
                .put("op", after == null ? "unsubscribe" : "subscribe")
                .put("channel", channel);
        if (after != null && after > 0) {
            request.put("after", after);
        }
        return json.writeValueAsString(request);
    }

    private synchronized void unavailable() {
        if (downSince != null || closed) {
            return;
        }
        Instant since = Instant.now();
        downSince = since;
        RoleUnavailable absent = new RoleUnavailable(role, since, null);
        wanted.replaceAll((channel, after) -> 0L);
        wanted.keySet().forEach(channel -> reader.unavailable(channel, absent));
    }

    /** Ends the connection to the other process. Called with the lock held. */
    private void drop() {
        PeerSocket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
        notifyAll();
    }

    private void readOn() {
        PeerSocket open = socket;
        heardAtNanos = System.nanoTime();
        if (open != null) {
            open.read();
        }
    }

    /** What arrives on one connection; of an earlier one nothing counts any more. */
    private final class Connection implements PeerSocket.Receiver {
        private boolean ended;

        @Override
        public void onText(PeerSocket from, String text) {
            synchronized (PeerStream.this) {
                if (from != socket) {
                    from.read(); // a heartbeat before anything was asked for, or too late
                    return;
                }
                if (note(text)) {
                    reader.pass(text);
                }
                if (reader.hasRoom()) {
                    readOn();
                } else {
                    paused = true;
                }
            }
        }

        @Override
        public void onEnd(PeerSocket from, int code) {
            synchronized (PeerStream.this) {
                ended = true;
                if (from != socket) {
                    return;
                }
                drop();
                if (code == Limits.SLOW_CONSUMER || code == Limits.SESSION_ENDED) {
                    closed = true;
                    reader.end(code);
                }
            }
        }
    }

    /** Keeps the sequence of a channel's message; a heartbeat, or what nobody wants any more, is not passed on. */
    private boolean note(String text) {
        String channel = null;
        String type = "";
        long sequence = 0;
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            // In the order in which they are written; what follows the sequence is not looked at.
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (name.equals("channel")) {
                    channel = parser.getString();
                } else if (name.equals("type")) {
                    type = parser.getString();
                } else {
                    sequence = name.equals("sequence") ? parser.getLongValue() : 0;
                    break;
                }
            }
        } catch (JacksonException e) {
            LOG.debug("The process of role {} said what is no message", role, e);
            return false;
        }
        if (channel == null || !wanted.containsKey(channel)) {
            return false;
        }
        switch (type) {
            case "error" -> wanted.remove(channel);
            case "resync_required" -> wanted.put(channel, 0L);
            default -> wanted.put(channel, sequence);
        }
        return true;
    }
}
