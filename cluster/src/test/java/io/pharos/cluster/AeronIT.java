package io.pharos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AeronIT {
    @Test
    void startsADriverOnThisJvm(@TempDir Path directory) {
        var context = new MediaDriver.Context()
                .aeronDirectoryName(directory.resolve("aeron").toString())
                .threadingMode(ThreadingMode.SHARED);
        try (var driver = MediaDriver.launch(context);
                var aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(driver.aeronDirectoryName()))) {
            assertThat(aeron.isClosed()).isFalse();
        }
    }
}
