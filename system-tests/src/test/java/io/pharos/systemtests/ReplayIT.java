package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pharos.systemtests.process.PharosCommand;
import io.pharos.systemtests.process.PharosCommand.Ended;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.SharedPharos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real recorded days, played through ordinary order entry into the running exchange. */
@ExtendWith(SharedPharos.class)
class ReplayIT {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final List<String> FAULTS = List.of("EXCHANGE_DIFFERS", "UNEXPLAINED");

    @TempDir
    private static Path work;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "AAPL_672_message_50.csv, AAPL_672_orderbook_50.csv.gz, 671",
        "AAPL_998_message_10.csv, AAPL_998_orderbook_10.csv.gz, 998"
    })
    void theBookEqualsTheRecordOnEveryRow(String messages, String book, int rows, PharosProcess pharos)
            throws IOException {
        Path recordings = recordings();
        Path json = work.resolve(messages + ".json");
        Ended ended = PharosCommand.run(
                LONGEST,
                "replay",
                "--lobster=" + recordings.resolve(messages),
                "--book=" + recordings.resolve(book),
                "--instrument=AAPL",
                "--url=" + pharos.address(),
                "--data=" + pharos.data(),
                "--json=" + json);
        System.out.println(ended.out());
        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.path("complete").asBoolean()).isTrue();
        assertThat(report.path("seedEqual").asBoolean()).isTrue();
        assertThat(report.path("messages").asInt()).isEqualTo(rows);
        assertThat(report.path("rowsCompared").asInt()).isEqualTo(rows);
        assertThat(report.path("differingRows").values().stream()
                        .map(row -> row.path("explanation").asString()))
                .as("rows that differ, and not because the recording does not show all")
                .doesNotContainAnyElementsOf(FAULTS);
        assertThat(report.path("rowsEqual").asInt()
                        + report.path("differingRows").size())
                .isEqualTo(rows);
        assertThat(report.path("refusals")).isEmpty();
        assertThat(report.path("executionsSameOrder").asInt()).isPositive();
        assertThat(report.path("messagesPerSecond").asDouble()).isPositive();
        assertThat(report.path("latencyMicrosP99").asLong()).isPositive();
    }

    @Test
    void ctrlCReportsWhatWasPlayedAndLeavesNoOrder(PharosProcess pharos) throws IOException {
        Path recordings = recordings();
        Path json = work.resolve("interrupted.json");
        // A tenth of the recorded pace, so that it is in the middle for long.
        Ended ended = PharosCommand.interrupt(
                LONGEST,
                " of 671 messages ",
                "replay",
                "--lobster=" + recordings.resolve("AAPL_672_message_50.csv"),
                "--book=" + recordings.resolve("AAPL_672_orderbook_50.csv.gz"),
                "--instrument=AAPL",
                "--speed=0.1",
                "--url=" + pharos.address(),
                "--data=" + pharos.data(),
                "--json=" + json);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isEqualTo(130);
        assertThat(ended.out())
                .contains("Stopped: Ctrl-C. What follows is the part that was played.")
                .contains("rested at the end and were cancelled; none is left");
        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.path("complete").asBoolean()).isFalse();
        assertThat(report.path("messages").asInt()).isBetween(1, 670);
        assertThat(report.path("rowsEqual").asInt())
                .isEqualTo(report.path("messages").asInt());
        assertThat(report.path("ordersCancelled").asInt()).isPositive();
        assertThat(pharos.staff()
                        .get("/api/v1/orders?state=open")
                        .require(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** They are real data of others and no part of this tree. */
    private static Path recordings() {
        String named = System.getProperty("pharos.shared", System.getenv("PHAROS_SHARED"));
        Path shared = named == null ? PharosCommand.ROOT.resolveSibling("shared") : Path.of(named);
        Path recordings = shared.resolve("data/lob/lobster");
        boolean there = Files.isDirectory(recordings);
        if (!there) {
            System.err.println("!!! SKIPPED: ReplayIT, because there are no recordings in " + recordings
                    + "; name the directory that holds data/lob/lobster by PHAROS_SHARED");
        }
        assumeTrue(there, "no recordings in " + recordings);
        return recordings;
    }
}
