package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.support.RunningPharos;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A start that fails while other parts are still starting ends, and leaves nothing behind. */
class FailedStartIT {
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void stopsWhatItHadStarted() throws IOException {
        Path data = RunningPharos.fresh("pharos-failed");
        Path password = Files.writeString(data.resolve("password"), "none");
        Options options = Options.parse(List.of(
                "--data=" + data,
                "--port=0",
                "--core-port=0",
                "--database-url=jdbc:postgresql://127.0.0.1:1/nowhere",
                "--database-password-file=" + password));
        StartReport silent = new StartReport(new PrintStream(PrintStream.nullOutputStream()));
        assertThatThrownBy(() -> Pharos.start(options, silent)).isInstanceOf(RuntimeException.class);
        DataDirectory.open(data).close();
    }
}
