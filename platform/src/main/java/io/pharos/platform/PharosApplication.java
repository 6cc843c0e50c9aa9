package io.pharos.platform;

import ch.qos.logback.classic.Level;
import io.pharos.platform.host.OneLine;
import io.pharos.platform.host.StartRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one deployable. It starts the roles that the command line names, says how to use them, and stops on a signal. */
public final class PharosApplication {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private PharosApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        if (words.contains("--list-roles")) {
            System.out.print(Role.table());
            return;
        }
        silenceConsole();
        Options options = null;
        try {
            options = Options.parse(words);
            StartReport report = new StartReport(System.out);
            run(options, report);
        } catch (StartRefused refused) {
            System.err.println("pharos: " + refused.getMessage() + whereDetailsStand(options, refused));
            System.exit(options == null ? WRONG_USAGE : FAILED);
        } catch (RuntimeException | Error failure) {
            System.err.println(
                    "pharos: the start failed: " + OneLine.of(failure) + whereDetailsStand(options, failure));
            System.exit(FAILED);
        }
    }

    /** Writes what does not fit into a line to the log, which may not have been opened yet, and names the log. */
    private static String whereDetailsStand(@Nullable Options options, Throwable failure) {
        if (options == null || (failure instanceof StartRefused && failure.getCause() == null)) {
            return "";
        }
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        try {
            Files.writeString(
                    options.log(),
                    Instant.now() + " ERROR The start failed: " + details,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return " (details: " + options.log() + ")";
        } catch (IOException e) {
            // There is no data directory yet, or it cannot be written to: the line has to do.
            return "";
        }
    }

    /** Until the application has set up its log file, libraries would write to the console, which is for people. */
    private static void silenceConsole() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
        // The JDK's own logging writes to the console until it is led to the log, too.
        java.util.logging.LogManager.getLogManager().reset();
    }

    private static void run(Options options, StartReport report) throws InterruptedException {
        Pharos pharos = Pharos.start(options, report);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread onSignal = new Thread(
                () -> {
                    report.say("stopping …");
                    try {
                        pharos.close();
                        report.say("stopped");
                    } finally {
                        stopped.countDown();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        if (!options.exitAfterStart()) {
            report.print(report.table());
            report.print(Welcome.text(pharos, options));
        }
        if (options.rebuildProjections()) {
            RebuildReport.follow(pharos.context(), report, stopped);
        }
        if (options.exitAfterStart() && stopped.getCount() > 0) {
            FirstPage.visit(pharos.address());
            pharos.close();
            dropHook(onSignal);
            return;
        }
        stopped.await();
    }

    private static void dropHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(PharosApplication.class).debug("A signal came while all was stopped", e);
        }
    }
}
