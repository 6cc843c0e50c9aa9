package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.Ports;
import io.pharos.platform.host.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @TempDir
    Path directory;

    @Test
    void readsBothFormsOfAnOption() {
        Options options = Options.parse(List.of("--port", "8081", "--data=/tmp/x", "--peer", "market=http://h:1"));
        assertThat(options.port()).isEqualTo(8081);
        assertThat(options.data()).isEqualTo(Path.of("/tmp/x"));
        assertThat(options.peers()).containsEntry("market", URI.create("http://h:1"));
        assertThat(options.roles()).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Role.class));
    }

    /** The script answers without Java: its text and ours are the same, and name what is accepted and nothing else. */
    @Test
    void helpListsEveryOptionThatIsAccepted() throws IOException {
        Process script = new ProcessBuilder("bash", "../pharos", "run", "--help").start();
        String help = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help).contains(Options.HELP.indent(2));
        Set<String> listed = Options.HELP
                .lines()
                .map(line -> line.replaceFirst(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> accepted = new TreeSet<>(Options.NAMES);
        accepted.addAll(Options.FLAGS);
        accepted.addAll(Set.of("--list-roles", "--NAME.NAME=VALUE"));
        assertThat(listed).isEqualTo(accepted);
    }

    @Test
    void addsTheRolesThatARoleNeeds() {
        assertThat(Options.parse(List.of("--roles=information")).roles())
                .containsExactlyInAnyOrder(Role.INFORMATION, Role.EDGE);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        --prot=1                           | unknown option --prot
        --port=http                        | must be a number from 0 to 65535
        --port=70000                       | must be a number from 0 to 65535
        --port                             | needs a value
        --roles=marketing                  | no role is called "marketing"
        --peer=market                      | must be ROLE=http://host:port
        --database-url=mysql://h/d         | must begin with jdbc:postgresql://
        --database-url=jdbc:postgresql://h | needs --database-password-file
        --exit-after-start=yes             | unknown option --exit-after-start
        """)
    void saysInOneLineWhatIsWrong(String option, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(option)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesToRebuildWhatAnotherProcessWrites() {
        assertThatThrownBy(() -> Options.parse(List.of("--roles=information", "--rebuild-projections")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is for processes with the role trading");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start("--port=" + taken.getLocalPort()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void refusesADataDirectoryThatIsInUse() {
        try (DataDirectory inUse = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> start("--port=" + Ports.free()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(inUse.root() + " is in use by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void refusesADataDirectoryThatCannotBeMade() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc/pharos")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("/proc/pharos");
    }

    private void start(String... options) {
        List<String> words = new java.util.ArrayList<>(List.of("--data=" + directory));
        words.addAll(List.of(options));
        Pharos.start(Options.parse(words), new StartReport(new PrintStream(PrintStream.nullOutputStream())))
                .close();
    }
}
