package io.pharos.platform;

import io.pharos.platform.core.CoreConnection;
import io.pharos.platform.database.DatabaseSettings;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.EmbeddedDatabase;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.Ports;
import io.pharos.platform.host.Secret;
import io.pharos.platform.host.StartRefused;
import io.pharos.platform.peer.PeerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running process. The database and the core start on threads of their own while the main thread builds the
 * application, which waits for them where it first needs them. {@link #close} stops everything in the opposite order.
 */
public final class Pharos implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pharos.class);

    /** The newest first. No lock is held while a part stops: one that is still starting must be able to report itself. */
    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();

    private final ConfigurableApplicationContext context;
    private final URI address;

    private Pharos(Options options, StartReport report) {
        try {
            DataDirectory data = report.part("data directory", () -> open(options));
            // Platform threads: virtual ones pin their carriers while classes initialise, and on two cores the start
            // then waits for ever for a lock whose holder finds no carrier.
            ExecutorService starters = started(Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().name("start-", 0).daemon().factory()));
            CompletableFuture<Void> log = new CompletableFuture<>();
            CompletableFuture<Databases> databases =
                    log.thenApplyAsync(ready -> startDatabase(options, data, report, starters), starters);
            Optional<CompletableFuture<CoreConnection>> core = options.roles().stream()
                            .anyMatch(Role::callsCore)
                    ? Optional.of(log.thenApplyAsync(
                                    ready -> report.part("core", () -> started(connectCore(options, data, report))),
                                    starters)
                            .thenCombine(databases, Pharos::bound))
                    : Optional.empty();
            this.context = report.part("application", () -> startApplication(options, data, log, databases, core));
            started(context);
            // Said on the console before; the log was not open then.
            core.flatMap(connection -> connection.join().member())
                    .ifPresent(member -> member.repairs().forEach(LOG::warn));
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            this.address = URI.create("http://" + urlHost(options.host()) + ":" + port);
            if (options.roles().contains(Role.CORE)) {
                data.found();
            }
        } catch (RuntimeException | Error e) {
            try {
                close();
            } catch (IllegalStateException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /**
     * Starts the roles of {@code options}; returns when the first page can be had.
     *
     * @throws StartRefused when something stands against it, in one line
     */
    public static Pharos start(Options options, StartReport report) {
        try {
            return new Pharos(options, report);
        } catch (RuntimeException e) {
            throw refusalIn(e);
        }
    }

    /** Where a browser finds it. */
    public URI address() {
        return address;
    }

    /** The application, for tests that look inside. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Stops what was started, the last first. May be called again. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable part = running.poll(); part != null; part = running.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("not everything stopped", failures.getFirst());
            failures.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private DataDirectory open(Options options) {
        if (options.port() != 0) {
            Ports.refuseTaken(options.host(), options.port(), "--port");
        }
        return started(DataDirectory.open(options.data()));
    }

    private Databases startDatabase(Options options, DataDirectory data, StartReport report, ExecutorService executor) {
        DatabaseSettings settings = options.databaseUrl()
                .map(url -> new DatabaseSettings(
                        url,
                        options.databaseUser(),
                        readSecret(options.databasePasswordFile().orElseThrow())))
                .orElseGet(() -> report.part(
                        "PostgreSQL",
                        () -> started(EmbeddedDatabase.start(data, binaries())).settings()));
        List<String> schemas = options.roles().stream()
                .flatMap(role -> role.schemas().stream())
                .sorted()
                .toList();
        boolean founded = options.roles().contains(Role.CORE) && data.isFounded();
        return report.part("schemas", () -> started(Databases.prepare(settings, schemas, founded, executor)));
    }

    /** Before anything reads either: rows of another core's money must never be shown. */
    private static CoreConnection bound(CoreConnection core, Databases databases) {
        core.clusterId().ifPresent(databases::bindTo);
        return core;
    }

    private static CoreConnection connectCore(Options options, DataDirectory data, StartReport report) {
        Secret secret = options.coreSecretFile().map(Pharos::readSecret).orElseGet(() -> data.secret("core.secret"));
        if (options.roles().contains(Role.CORE)) {
            CoreConnection core = CoreConnection.embedded(data, options.corePort(), secret);
            core.member().ifPresent(member -> member.repairs().forEach(report::say));
            return core;
        }
        if (options.coreMembers().isEmpty()) {
            throw new StartRefused(
                    "these roles need the core: add the role core, or say where it is by --core-members");
        }
        return CoreConnection.remote(data, options.coreMembers(), secret);
    }

    private static ConfigurableApplicationContext startApplication(
            Options options,
            DataDirectory data,
            CompletableFuture<Void> log,
            CompletableFuture<Databases> databases,
            Optional<CompletableFuture<CoreConnection>> core) {
        SpringApplication application = new SpringApplication(PlatformConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(initialised -> {
            GenericApplicationContext context = (GenericApplicationContext) initialised;
            // The log is open now. Whoever writes to it while it is being opened makes it complain on the console.
            log.complete(null);
            context.getBeanFactory().addBeanPostProcessor(new EarlyEnd(databases, core));
            context.registerBean(DataDirectory.class, () -> data, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Databases.class, databases::join, definition -> definition.setDestroyMethodName(""));
            context.registerBean(
                    PeerSettings.class,
                    () -> new PeerSettings(
                            options.peers(),
                            options.internalSecretFile()
                                    .map(Pharos::readSecret)
                                    .orElseGet(() -> data.secret("internal.secret"))));
            context.registerBean(Clock.class, Clock::systemUTC);
            core.ifPresent(connection -> context.registerBean(
                    CoreConnection.class, connection::join, definition -> definition.setDestroyMethodName("")));
        });
        List<String> arguments = new ArrayList<>(options.settings());
        arguments.add("--server.address=" + options.host());
        arguments.add("--server.port=" + options.port());
        arguments.add("--logging.file.name=" + options.log());
        if (options.rebuildProjections()) {
            arguments.add("--pharos.trading.rebuild-projection=true");
        }
        if (core.isPresent()) {
            arguments.add("--" + RoleImports.CORE_PROPERTY + "=true");
        }
        arguments.add("--" + RoleImports.PROPERTY + "="
                + options.roles().stream().map(Role::roleName).collect(Collectors.joining(",")));
        return application.run(arguments.toArray(String[]::new));
    }

    private <T extends AutoCloseable> T started(T part) {
        running.push(part);
        return part;
    }

    /** Unpacked once for all data directories of the user; a shared directory such as /tmp could be tampered with. */
    private static Path binaries() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("pharos").resolve("postgresql");
    }

    private static Secret readSecret(Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused("no secret can be read from " + file, e);
        }
    }

    private static String urlHost(String host) {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    /** Frameworks wrap what stopped them; the reader wants the one line. */
    private static RuntimeException refusalIn(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return failure instanceof CompletionException && failure.getCause() instanceof RuntimeException cause
                ? cause
                : failure;
    }

    /** Ends the making of the application at its next bean when what it needs has failed. */
    private record EarlyEnd(CompletableFuture<Databases> databases, Optional<CompletableFuture<CoreConnection>> core)
            implements InstantiationAwareBeanPostProcessor {
        @Override
        public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String name) {
            if (databases.isCompletedExceptionally()) {
                databases.join();
            }
            core.filter(CompletableFuture::isCompletedExceptionally).ifPresent(CompletableFuture::join);
            return null;
        }
    }
}
