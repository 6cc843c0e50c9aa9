package io.pharos.platform;

import ch.qos.logback.classic.Level;
import io.pharos.platform.host.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
            System.err.println("pharos: " + refused.getMessage());
            System.exit(options == null ? WRONG_USAGE : FAILED);
        } catch (RuntimeException failure) {
            Path log = options == null ? Path.of("") : options.data().resolve("logs");
            LoggerFactory.getLogger(PharosApplication.class).error("The start failed", failure);
            System.err.println("pharos: the start failed: "
                    + deepestCause(failure).getMessage() + " (see the log in " + log + ")");
            System.exit(FAILED);
        }
    }

    private static Throwable deepestCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Until the application has set up its log file, libraries would write to the console, which is for people. */
    private static void silenceConsole() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
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
        if (options.exitAfterStart()) {
            FirstPage.visit(pharos.address());
            pharos.close();
            return;
        }
        Runtime.getRuntime().addShutdownHook(onSignal);
        report.print(report.table());
        report.print(Welcome.text(pharos, options));
        stopped.await();
    }
}
