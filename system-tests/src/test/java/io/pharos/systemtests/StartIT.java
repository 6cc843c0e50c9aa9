package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pharos.systemtests.process.FreePorts;
import io.pharos.systemtests.process.PharosCommand;
import io.pharos.systemtests.process.PharosCommand.Ended;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.SharedPharos;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** What is done to the data directory, and what the line says. */
    record Damage(String name, Deed deed, List<String> explanation) {
        Damage(String name, Deed deed, String... explanation) {
            this(name, deed, List.of(explanation));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    interface Deed {
        void to(Path data) throws IOException;
    }

    private static List<Damage> damages() {
        return List.of(
                new Damage(
                        "a file of PostgreSQL was cut off",
                        data -> truncate(data.resolve("postgres/global/pg_control"), 100),
                        "postgres did not start: could not read file \"global/pg_control\"",
                        "restore them from a backup",
                        "logs/postgresql.log"),
                new Damage(
                        "PG_VERSION is missing",
                        data -> Files.delete(data.resolve("postgres/PG_VERSION")),
                        "postgres did not start: directory ",
                        "is not a database cluster directory"),
                new Damage(
                        "another version's files",
                        data -> Files.writeString(data.resolve("postgres/PG_VERSION"), "15\n"),
                        "database files are incompatible with server",
                        "was initialized by PostgreSQL version 15"),
                new Damage(
                        "PostgreSQL's files are gone and the core is there",
                        data -> delete(data.resolve("postgres")),
                        "the files of the embedded PostgreSQL are gone: ",
                        "/postgres is empty",
                        "restore it from a backup"),
                new Damage(
                        "the core is gone and PostgreSQL is there",
                        data -> delete(data.resolve("core")),
                        "the core does not start: its log is gone: ",
                        "/core is empty",
                        "restore it from a backup"),
                new Damage(
                        "a byte of the core's log flipped",
                        data -> flipAByte(newestRecording(data)),
                        "the core does not start: a recording is damaged: ",
                        ".rec",
                        "restore ",
                        "from a backup"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void refusesADamagedDataDirectory(Damage damage) throws IOException {
        Path copy = copyOfUsed(damage.name().replace(' ', '-'));
        damage.deed().to(copy);
        for (int attempt = 0; attempt < 2; attempt++) {
            Ended ended =
                    refusal(FAILED, damage.explanation().getFirst(), "--port=0", "--core-port=0", "--data=" + copy);
            assertThat(ended.err()).contains(damage.explanation()).contains(copy.toString());
        }
        assertThat(PharosProcess.processesOf(copy)).isEmpty();
    }

    @Test
    void leavesTheDatabaseOfTheDirectoryAloneThatItsOwnWasCopiedFrom(PharosProcess pharos) throws IOException {
        Path copy = copyOfUsed("copied-while-it-ran");
        Files.copy(pharos.data().resolve("postgres/postmaster.pid"), copy.resolve("postgres/postmaster.pid"));
        refusal(FAILED, "lock file \"postmaster.pid\" already exists", "--port=0", "--core-port=0", "--data=" + copy);
        pharos.visitor().get("/health/ready").require(200);
    }

    @Test
    void refusesADatabaseThatDoesNotAnswer() throws IOException {
        Path password = Files.writeString(work.resolve("password"), "secret-of-the-database");
        Ended ended = refusal(
                FAILED,
                "the database shop at 127.0.0.1:1 cannot be reached: ",
                "--port=0",
                "--core-port=0",
                "--data=" + work.resolve("unreachable"),
                "--database-url=jdbc:postgresql://127.0.0.1:1/shop?password=secret-of-the-url",
                "--database-password-file=" + password);
        assertThat(ended.err()).contains("check --database-url").doesNotContain("secret-of");
    }

    /** A server that takes the connection and says nothing would be waited for for ever. */
    @Test
    void refusesADatabaseThatSaysNothing() throws IOException {
        Path password = Files.writeString(work.resolve("password"), "secret-of-the-database");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refusal(
                    FAILED,
                    "the database shop at 127.0.0.1:" + silent.getLocalPort() + " cannot be reached: ",
                    "--port=0",
                    "--core-port=0",
                    "--data=" + work.resolve("silent"),
                    "--database-url=jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop",
                    "--database-password-file=" + password);
        }
    }

    @Test
    void refusesAWrongPasswordOfTheDatabase(PharosProcess pharos) throws IOException {
        Path password = Files.writeString(work.resolve("wrong"), "secret-of-the-database");
        Ended ended = refusal(
                FAILED,
                "the database postgres at " + databaseOf(pharos) + " refuses the user postgres: ",
                "--port=0",
                "--core-port=0",
                "--data=" + work.resolve("wrong-password"),
                "--database-url=jdbc:postgresql://" + databaseOf(pharos) + "/postgres",
                "--database-password-file=" + password);
        assertThat(ended.err()).contains("--database-password-file").doesNotContain("secret-of");
    }

    @Test
    void refusesADatabaseThatBelongsToAnotherCore(PharosProcess pharos) throws IOException {
        refusal(
                FAILED,
                "the database postgres at " + databaseOf(pharos) + " belongs to the core ",
                "--port=0",
                "--core-port=0",
                "--data=" + work.resolve("other-core"),
                "--database-url=jdbc:postgresql://" + databaseOf(pharos) + "/postgres",
                "--database-password-file=" + pharos.data().resolve("postgres.password"));
        pharos.visitor().get("/health/ready").require(200);
    }

    @Test
    void refusesASchemaThatIsNotItsOwnInOneLineAndWritesTheRestToTheLog() throws Exception {
        try (PharosProcess own = PharosProcess.start(copyOfUsed("migrated"))) {
            Properties user = new Properties();
            user.setProperty("user", "postgres");
            user.setProperty(
                    "password",
                    Files.readString(own.data().resolve("postgres.password")).strip());
            try (Connection connection =
                            DriverManager.getConnection("jdbc:postgresql://" + databaseOf(own) + "/postgres", user);
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE trading.schema_history SET checksum = 1 WHERE version = '1'");
            }
            own.interrupt();
            Ended ended = refusal(
                    FAILED,
                    "schema trading of the database postgres at ",
                    "--port=0",
                    "--core-port=0",
                    "--data=" + own.data());
            Path log = own.data().resolve("logs/pharos.log");
            assertThat(ended.err()).contains("could not be migrated: ").contains("(details: " + log + ")");
            assertThat(Files.readString(log)).contains("Migration checksum mismatch", "\tat ");
        }
    }

    @Test
    void refusesPortsOfTheCoreThatAreTaken() throws IOException {
        Path data = work.resolve("core-port");
        int first = FreePorts.range(6);
        try (DatagramSocket taken = new DatagramSocket(first + 2, InetAddress.getLoopbackAddress())) {
            Ended ended = refusal(
                    FAILED, "UDP port " + taken.getLocalPort(), "--port=0", "--core-port=" + first, "--data=" + data);
            assertThat(ended.err()).contains("--core-port");
        }
        try (ServerSocket taken = new ServerSocket(first + 5, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = refusal(
                    FAILED, "port " + taken.getLocalPort(), "--port=0", "--core-port=" + first, "--data=" + data);
            assertThat(ended.err()).contains("--core-port");
        }
    }

    @Test
    void refusesAnAddressThatIsNotOfThisMachine() {
        refusal(FAILED, "192.0.2.1 is not one of this machine", "--host=192.0.2.1", "--data=" + work.resolve("host"));
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
    private static Ended refusal(int status, String explanation, String... options) {
        String[] arguments = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
        Ended ended = PharosCommand.run(LONGEST, arguments);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
        assertThat(ended.err()).startsWith("pharos: ").contains(explanation);
        assertThat(ended.status()).isEqualTo(status);
        return ended;
    }

    private static String databaseOf(PharosProcess pharos) throws IOException {
        return "127.0.0.1:"
                + Files.readString(pharos.data().resolve("postgres.port")).strip();
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path newestRecording(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("core/archive"))) {
            return files.filter(file -> file.toString().endsWith(".rec"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, 400);
            one.put(0, (byte) (one.get(0) ^ 0x10)).flip();
            channel.write(one, 400);
        }
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
