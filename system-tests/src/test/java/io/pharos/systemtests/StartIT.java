package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pharos.systemtests.process.PharosCommand;
import io.pharos.systemtests.process.PharosCommand.Ended;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.SharedPharos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start, what stands against it, and the stop. Missing tools are tested with the script, in pharos-test.sh. */
@ExtendWith(SharedPharos.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartIT {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;

    @TempDir
    private static Path work;

    /** A data directory that has been used once; tests damage copies of it. */
    private Path used = Path.of("");

    @BeforeAll
    void startsAndStopsOnce() {
        used = work.resolve("used");
        Ended ended = PharosCommand.run(
                LONGEST, "run", "--data", used.toString(), "--port=0", "--core-port=0", "--exit-after-start");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(PharosProcess.processesOf(used)).isEmpty();
    }

    @Test
    void listsItsRoles() {
        Ended ended = PharosCommand.run(LONGEST, "run", "--list-roles");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("role", "published interface", "needs");
        assertThat(ended.out().lines().skip(1).map(line -> line.replaceFirst(" .*", "")))
                .contains("core", "accounts", "trading", "market", "payments", "information", "operations", "edge")
                .contains("sandbox", "web");
    }

    @Test
    void explainsItself() {
        Ended ended = PharosCommand.run(LONGEST, "run", "--help");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("--port", "--data", "--roles", "--database-url", "--core-port");
    }

    @Test
    void saysWhatItDoesHowLongItTookAndWhereItIs(PharosProcess pharos) {
        assertThat(pharos.out())
                .contains("PostgreSQL …", "core …", "part of the start")
                .containsPattern("(?m)^all +[0-9.]+$")
                .contains("Pharos is open: " + pharos.address())
                .contains("/register", "Sign in as staff", "Ctrl-C");
        assertThat(pharos.err()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "--roles=harbour, no role is called \"harbour\"",
        "--speed=9, unknown option --speed",
        "--port=70000, option --port must be a number",
        "--port=eighty, option --port must be a number",
        "--core-port=-1, option --core-port must be a number",
        "--peer=market, option --peer must be ROLE=http://host:port",
        "--database-url=mysql://x, --database-url must begin with",
    })
    void refusesOptionsThatItDoesNotUnderstand(String option, String explanation) {
        refusal(WRONG_USAGE, explanation, option, "--data=" + work.resolve("none"));
        assertThat(work.resolve("none")).doesNotExist();
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            refusal(
                    FAILED,
                    "port " + port + " of 127.0.0.1 is taken",
                    "--port=" + port,
                    "--data=" + work.resolve("port"));
        }
    }

    @Test
    void refusesADataDirectoryThatAnotherProcessUses(PharosProcess pharos) {
        refusal(FAILED, "is in use by process " + pharos.pid(), "--port=0", "--data=" + pharos.data());
        pharos.visitor().get("/health/live").require(200);
    }

    @Test
    void refusesADataDirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "not a directory");
        refusal(FAILED, file.toString(), "--port=0", "--data=" + file);
    }

    @Test
    void refusesAFullDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(work.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString());
        if (!mounted) {
            System.err.println("!!! SKIPPED: refusesAFullDisk, because a small disk can be mounted by root only");
        }
        assumeTrue(mounted, "a small disk can be mounted by root only");
        try {
            refusal(FAILED, "is full", "--port=0", "--data=" + disk.resolve("data"));
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void ctrlCStopsItWithAllThatItStarted() throws IOException {
        try (PharosProcess own = PharosProcess.start(copyOfUsed("stopped"))) {
            assertThat(own.processesOfData()).anyMatch(StartIT::isPostgres);
            int status = own.interrupt();
            assertThat(own.out()).contains("stopping …", "stopped");
            assertThat(own.err()).isEmpty();
            assertThat(status).isEqualTo(130);
            assertThat(own.processesOfData()).isEmpty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    /** One line on the standard error, and no stack trace. */
    private static void refusal(int status, String explanation, String... options) {
        String[] arguments = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
        Ended ended = PharosCommand.run(LONGEST, arguments);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
        assertThat(ended.err()).startsWith("pharos: ").contains(explanation);
        assertThat(ended.status()).isEqualTo(status);
    }

    private Path copyOfUsed(String name) throws IOException {
        Path copy = work.resolve(name);
        try (Stream<Path> files = Files.walk(used)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(used.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
