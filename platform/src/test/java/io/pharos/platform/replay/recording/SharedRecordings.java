package io.pharos.platform.replay.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which are not part of this tree: tests that need them are skipped where they are absent. */
public final class SharedRecordings {
    private static final String HOUR = "AAPL_2012-06-21_34200000_37800000_";

    private SharedRecordings() {}

    public static Recording first672() {
        return Recording.open(file("AAPL_672_message_50.csv"), List.of(file("AAPL_672_orderbook_50.csv.gz")), null);
    }

    public static Recording first999() {
        return Recording.open(file("AAPL_998_message_10.csv"), List.of(file("AAPL_998_orderbook_10.csv.gz")), null);
    }

    public static Recording hour() {
        return Recording.open(
                file(HOUR + "message_50.csv.gz"),
                List.of(file(HOUR + "bestquote_aligned.csv.gz")),
                file("AAPL_672_orderbook_50.csv.gz"));
    }

    public static Recording dayOfBestQuotes() {
        return Recording.open(
                file("AMZN_2012-06-21_34200000_57600000_message_1.csv.gz"),
                List.of(file("AMZN_2012-06-21_34200000_57600000_orderbook_1.csv.gz")),
                null);
    }

    static Path file(String name) {
        Path shared = Optional.ofNullable(System.getProperty("pharos.shared"))
                .or(() -> Optional.ofNullable(System.getenv("PHAROS_SHARED")))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("pharos.basedir", "."), "..", "shared"));
        Path file = shared.resolve("data/lob/lobster").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no recording at " + file + " (see pharos.shared)");
        return file;
    }
}
