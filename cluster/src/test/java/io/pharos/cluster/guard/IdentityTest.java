package io.pharos.cluster.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private final Identity identity = new Identity(UUID.randomUUID(), 1, 0, Identity.Standing.ESTABLISHED);

    @TempDir
    Path directory;

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(Identity.load(directory)).isNull();
        identity.store(directory);
        assertThat(Identity.load(directory)).isEqualTo(identity);
    }

    @Test
    void refusesADirectoryOfAnotherSchema() throws IOException {
        identity.store(directory);
        Path file = directory.resolve("identity");
        Files.writeString(file, Files.readString(file).replaceAll("schemaVersion=.*\n", ""));
        assertThatExceptionOfType(Identity.OtherVersionException.class)
                .isThrownBy(() -> Identity.load(directory))
                .withMessageContaining("schema 0, this one reads");
    }
}
