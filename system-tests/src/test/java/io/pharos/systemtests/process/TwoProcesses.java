package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A platform in two processes: market data and information run in the second, which may be killed and started again. */
public final class TwoProcesses implements AutoCloseable {
    private static final int CORE_PORTS = 16;

    private final Path work;
    private final int corePort = FreePorts.range(CORE_PORTS);
    private final int firstPort = FreePorts.range(1);
    private final int secondPort = FreePorts.range(1);
    private final PharosProcess first;
    private PharosProcess second;

    private TwoProcesses(Path work) {
        this.work = work;
        this.first = startFirst();
        try {
            this.second = startSecond();
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Starts both. */
    public static TwoProcesses start(Path work) {
        return new TwoProcesses(work);
    }

    /** All but market data and information: whom customers talk to. */
    public PharosProcess first() {
        return first;
    }

    /** kill -9 of the process of market data and information. */
    public void killSecond() {
        second.killHard();
    }

    /** Starts that process again, if it does not run; returns when it is open. */
    public void restartSecond() {
        if (!second.isAlive()) {
            second = startSecond();
        }
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }

    private PharosProcess startFirst() {
        return PharosProcess.start(
                work.resolve("first"),
                "--port=" + firstPort,
                "--core-port=" + corePort,
                "--roles=edge,core,web,accounts,trading,payments,operations,sandbox",
                "--peer=market=http://localhost:" + secondPort,
                "--peer=information=http://localhost:" + secondPort);
    }

    /** Uses the database and the core of the first, and shows the secrets that the first has made. */
    private PharosProcess startSecond() {
        Path data = first.data();
        try {
            String databasePort =
                    Files.readString(data.resolve("postgres.port")).strip();
            return PharosProcess.start(
                    work.resolve("second"),
                    "--port=" + secondPort,
                    "--roles=market,information",
                    "--database-url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                    "--database-password-file=" + data.resolve("postgres.password"),
                    "--internal-secret-file=" + data.resolve("internal.secret"),
                    "--core-members=127.0.0.1:" + corePort,
                    "--core-secret-file=" + data.resolve("core.secret"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
