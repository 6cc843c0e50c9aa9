package io.pharos.platform.trading.venue;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.health.HealthCheck;
import io.pharos.platform.host.FixEndpoint;
import io.pharos.platform.host.PlainMessages;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.platform.trading.venue.RequestTable.Request;
import io.pharos.protocol.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;

/**
 * The FIX 4.4 session with a venue.
 *
 * <pre>
 *   tables --routed request--> recorded as sent --> FIX --> venue --report--> command to the core
 *                                    |  no answer in time: the core is told that the outcome is unknown
 *                                    +--> order status request, again and again, until there is one
 * </pre>
 *
 * <p>A request is sent once. What the session would send again after a gap is filled by a gap: an order that is seconds old
 * must not surprise anybody, and its outcome is asked for. A report is taken before the session counts it as received, so
 * that none is lost; the core takes each once, by the venue's execution id. Nothing here keeps a start waiting, and a venue
 * that is dead takes nothing else down.
 */
public final class VenueGateway implements Application, SmartLifecycle, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(VenueGateway.class);
    private static final long PERIOD_MILLIS = 100;
    private static final long RETRY_MILLIS = 500;

    private final VenueSettings settings;
    private final @Nullable FixEndpoint local;
    private final RequestTable requests;
    private final JdbcClient jdbc;
    private final InstrumentDirectory directory;
    private final FixReports reports;
    private final CoreCalls core;
    private final Path stores;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("venue-gateway").daemon().factory());

    private volatile @Nullable SocketInitiator initiator;
    private volatile boolean loggedOn;
    private volatile boolean stopped;
    private volatile @Nullable Future<?> turning;
    private volatile String trouble = "";

    /** Whether the core has been told the present state of the session. */
    private volatile @Nullable Boolean told;

    public VenueGateway(
            VenueSettings settings,
            @Nullable FixEndpoint local,
            JdbcClient jdbc,
            InstrumentDirectory directory,
            CoreCalls core,
            Path stores,
            Clock clock) {
        this.settings = settings;
        this.local = local;
        this.jdbc = jdbc;
        this.directory = directory;
        this.core = core;
        this.stores = stores;
        this.clock = clock;
        requests = new RequestTable(jdbc);
        reports = new FixReports(directory, settings.venueId());
    }

    @Override
    public void start() {
        if (host() != null) {
            rounds.execute(this::connect);
        }
        turning = rounds.scheduleWithFixedDelay(this::round, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stopped = true;
        turning = null;
        rounds.shutdownNow();
        SocketInitiator started = initiator;
        if (started != null) {
            started.stop(true);
        }
    }

    @Override
    public boolean isRunning() {
        return turning != null;
    }

    private @Nullable String host() {
        String host = settings.host();
        FixEndpoint here = local;
        return host != null ? host : here == null ? null : here.host();
    }

    private void connect() {
        try {
            SessionSettings fix = new SessionSettings();
            FixEndpoint here = local;
            boolean isLocal = settings.host() == null && here != null;
            fix.setString("ConnectionType", "initiator");
            fix.setString("StartTime", "00:00:00");
            fix.setString("EndTime", "00:00:00");
            fix.setString("NonStopSession", "Y");
            fix.setString("HeartBtInt", "10");
            fix.setString("ReconnectInterval", "2");
            fix.setString("FileStorePath", stores.toString());
            fix.setString("UseDataDictionary", "Y");
            fix.setString("DataDictionary", "FIX44.xml");
            fix.setString("ValidateUserDefinedFields", "N");
            fix.setString("RejectMessageOnUnhandledException", "N");
            SessionID id = new SessionID("FIX.4.4", settings.senderCompId(), settings.targetCompId());
            fix.setString(id, "BeginString", "FIX.4.4");
            fix.setString(id, "SenderCompID", settings.senderCompId());
            fix.setString(id, "TargetCompID", settings.targetCompId());
            fix.setString(id, "SocketConnectHost", String.valueOf(host()));
            fix.setLong(id, "SocketConnectPort", isLocal && here != null ? here.port() : settings.port());
            SocketInitiator started = new SocketInitiator(
                    this, new FileStoreFactory(fix), fix, new SLF4JLogFactory(fix), new PlainMessages());
            initiator = started;
            started.start();
        } catch (ConfigError e) {
            trouble = String.valueOf(e.getMessage());
            LOG.error("The venue's session cannot be set up", e);
        }
    }

    private void round() {
        try {
            tellState();
            if (loggedOn) {
                for (Request request : requests.unsent(settings.venueId())) {
                    send(request);
                }
            }
            for (Request request : requests.overdue(settings.venueId(), settings.answerTimeout())) {
                core.run(new CoreCommand.DoubtVenueOrder(request.orderId(), request.requestNumber()));
            }
            if (loggedOn) {
                for (Request request : requests.unknown(settings.venueId(), settings.askPause())) {
                    requests.recordAsked(request);
                    toVenue(FixRequests.question(request, directory.instrument(request.instrumentId())));
                }
            }
        } catch (DataAccessException | RoleUnavailable e) {
            // The next round tries again; an exception here would end all rounds.
            LOG.warn("The venue's gateway waits: {}", e.getMessage());
        } catch (RuntimeException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.error("The venue's gateway missed a round", e);
        }
    }

    private void tellState() {
        boolean up = loggedOn;
        Boolean said = told;
        if (said == null || said != up) {
            Outcome outcome = core.run(new CoreCommand.SetVenueState(settings.venueId(), up))
                    .outcome();
            told = outcome == Outcome.ACCEPTED ? up : null;
        }
    }

    private void send(Request request) {
        if (requests.recordSent(request)) {
            toVenue(FixRequests.of(request, directory.instrument(request.instrumentId()), clock.instant()));
        }
    }

    private void toVenue(Message message) {
        Session to = session();
        if (to == null || !to.send(message)) {
            LOG.warn(
                    "Not sent to the venue, to be asked for: {}",
                    message.getClass().getSimpleName());
        }
    }

    /** This gateway's own session: QuickFIX/J's register of all sessions of a process knows the last of a name only. */
    private @Nullable Session session() {
        SocketInitiator started = initiator;
        List<Session> sessions = started == null ? List.of() : started.getManagedSessions();
        return sessions.isEmpty() ? null : sessions.getFirst();
    }

    @Override
    public void onCreate(SessionID id) {}

    @Override
    public void onLogon(SessionID id) {
        LOG.info("Logged on to venue {}", settings.venueId());
        trouble = "";
        loggedOn = true;
    }

    @Override
    public void onLogout(SessionID id) {
        if (loggedOn) {
            LOG.warn("Venue {} is gone", settings.venueId());
        }
        loggedOn = false;
    }

    @Override
    public void toAdmin(Message message, SessionID id) {
        // Nothing to add.
    }

    @Override
    public void fromAdmin(Message message, SessionID id) {
        // Nothing to learn.
    }

    /** What is sent again after a gap would be an old request: the session fills the gap instead. */
    @Override
    public void toApp(Message message, SessionID id) throws DoNotSend {
        try {
            if (message.getHeader().isSetField(PossDupFlag.FIELD)
                    && message.getHeader().getBoolean(PossDupFlag.FIELD)) {
                throw new DoNotSend();
            }
        } catch (FieldNotFound e) {
            throw new IllegalStateException("a field that is set is found", e);
        }
    }

    @Override
    public void fromApp(Message message, SessionID id) throws FieldNotFound, IncorrectTagValue {
        CoreCommand.VenueReport report =
                reports.of(message).flatMap(this::complete).orElse(null);
        if (report == null) {
            LOG.debug(
                    "A message of the venue tells nothing final: {}",
                    message.getHeader().getString(MsgType.FIELD));
            return;
        }
        while (!stopped) {
            try {
                CommandReply reply = core.run(report);
                if (reply.outcome() != Outcome.UNKNOWN) {
                    if (!reply.isAccepted()) {
                        trouble = "a report was refused: " + reply.outcome();
                        LOG.error("The core refused a report of the venue with {}: {}", reply.outcome(), report);
                    }
                    return;
                }
            } catch (RoleUnavailable e) {
                LOG.warn("A report of the venue waits for the core: {}", e.getMessage());
            }
            pause();
        }
        // The message does not count as received, and comes again after the next logon.
        throw new IllegalStateException("stopped before the core took a report");
    }

    /** A refused cancellation names no instrument; the order does. */
    private Optional<CoreCommand.VenueReport> complete(CoreCommand.VenueReport report) {
        if (report.instrumentId() != 0) {
            return Optional.of(report);
        }
        return jdbc.sql("SELECT instrument_id FROM orders WHERE order_id = :order")
                .param("order", report.orderId())
                .query(Integer.class)
                .optional()
                .map(instrumentId -> new CoreCommand.VenueReport(
                        report.executionId(),
                        report.referenceId(),
                        report.orderId(),
                        report.lots(),
                        report.priceTicks(),
                        report.cumulativeLots(),
                        instrumentId,
                        report.venueId(),
                        report.requestNumber(),
                        report.reasonCode(),
                        report.kind(),
                        report.side()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the core took a report", e);
        }
    }

    @Override
    public String name() {
        return "venue";
    }

    @Override
    public String role() {
        return "trading";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Health check() {
        if (host() == null) {
            return Health.up("no venue is configured");
        }
        String wrong = trouble;
        if (!loggedOn) {
            return Health.degraded(
                    "not logged on to venue " + settings.venueId() + (wrong.isEmpty() ? "" : ": " + wrong));
        }
        Session at = session();
        return wrong.isEmpty()
                ? Health.up("logged on, next message " + (at == null ? "-" : at.getExpectedSenderNum()))
                : Health.degraded(wrong);
    }
}
