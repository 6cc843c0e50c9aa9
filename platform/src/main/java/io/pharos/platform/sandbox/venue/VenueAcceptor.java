package io.pharos.platform.sandbox.venue;

import io.pharos.platform.host.FixEndpoint;
import io.pharos.platform.host.PlainMessages;
import io.pharos.platform.host.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/** The FIX 4.4 acceptor of the sandbox venue, on the loopback address. */
final class VenueAcceptor implements Application, SmartLifecycle, FixEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(VenueAcceptor.class);
    private static final long TURN_MILLIS = 1_000;
    private static final String COMP_ID = "SANDBOX";
    private static final String FIRM_COMP_ID = "PHAROS";

    private final VenueQuotes quotes;
    private final Path stores;
    private final int port;
    private final SandboxVenue venue;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-venue").daemon().factory());

    private volatile @Nullable SocketAcceptor acceptor;
    private volatile @Nullable Future<?> turning;

    /** @param port to listen on; 0 for any that is free */
    VenueAcceptor(VenueQuotes quotes, Path stores, int port) {
        this.quotes = quotes;
        this.stores = stores;
        this.port = port == 0 ? Ports.free() : port;
        venue = new SandboxVenue(this.quotes, this::send);
    }

    SandboxVenue venue() {
        return venue;
    }

    @Override
    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String compId() {
        return COMP_ID;
    }

    @Override
    public void start() {
        turns.execute(this::listen);
        turning = turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        turning = null;
        turns.shutdownNow();
        SocketAcceptor listening = acceptor;
        if (listening != null) {
            listening.stop(true);
        }
    }

    @Override
    public boolean isRunning() {
        return turning != null;
    }

    /** Breaks the connection; the other side logs on again by itself. */
    void drop() {
        Session of = session();
        if (of != null) {
            try {
                of.disconnect("asked for by a drill", true);
            } catch (IOException e) {
                LOG.warn("The sandbox venue could not drop its connection: {}", e.getMessage());
            }
        }
    }

    private void listen() {
        try {
            SessionSettings fix = new SessionSettings();
            fix.setString("ConnectionType", "acceptor");
            fix.setString("StartTime", "00:00:00");
            fix.setString("EndTime", "00:00:00");
            fix.setString("NonStopSession", "Y");
            fix.setString("FileStorePath", stores.toString());
            fix.setString("UseDataDictionary", "Y");
            fix.setString("DataDictionary", "FIX44.xml");
            fix.setString("SocketAcceptAddress", host());
            fix.setLong("SocketAcceptPort", port);
            SessionID id = new SessionID("FIX.4.4", COMP_ID, FIRM_COMP_ID);
            fix.setString(id, "BeginString", "FIX.4.4");
            fix.setString(id, "SenderCompID", COMP_ID);
            fix.setString(id, "TargetCompID", FIRM_COMP_ID);
            SocketAcceptor listening = new SocketAcceptor(
                    this, new FileStoreFactory(fix), fix, new SLF4JLogFactory(fix), new PlainMessages());
            acceptor = listening;
            listening.start();
        } catch (ConfigError e) {
            LOG.error("The sandbox venue does not listen on port {}", port, e);
        }
    }

    private void turn() {
        try {
            venue.turn();
        } catch (RuntimeException e) {
            LOG.error("The sandbox venue missed a turn", e);
        }
    }

    private void send(Message message) {
        Session to = session();
        if (to != null) {
            to.send(message);
        }
    }

    /** This venue's own session: QuickFIX/J's register of all sessions of a process knows the last of a name only. */
    private @Nullable Session session() {
        SocketAcceptor listening = acceptor;
        List<Session> sessions = listening == null ? List.of() : listening.getManagedSessions();
        return sessions.isEmpty() ? null : sessions.getFirst();
    }

    @Override
    public void onCreate(SessionID id) {}

    @Override
    public void onLogon(SessionID id) {
        LOG.debug("The firm has logged on");
    }

    @Override
    public void onLogout(SessionID id) {
        LOG.debug("The firm has logged out");
    }

    @Override
    public void toAdmin(Message message, SessionID id) {
        // Nothing to add.
    }

    @Override
    public void fromAdmin(Message message, SessionID id) {
        // Nothing to learn.
    }

    @Override
    public void toApp(Message message, SessionID id) {
        // Sent as it is.
    }

    @Override
    public void fromApp(Message message, SessionID id) throws FieldNotFound, IncorrectTagValue {
        venue.onMessage(message);
    }
}
