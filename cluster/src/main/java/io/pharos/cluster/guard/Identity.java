package io.pharos.cluster.guard;

import io.pharos.protocol.codec.MessageHeaderDecoder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster a member's directory belongs to, and how much its log may be trusted in a quorum.
 *
 * @param clusterId     made when the cluster was bootstrapped
 * @param genesisMillis when that was, milliseconds since the epoch
 * @param memberId      whose directory it is
 */
public record Identity(UUID clusterId, long genesisMillis, int memberId, Standing standing) {

    private static final String FILE = "identity";

    /** Version of the schema in which log, journal and snapshots of a directory are written. */
    private static final int SCHEMA_VERSION = MessageHeaderDecoder.SCHEMA_VERSION;

    /**
     * How far a directory has come. It only moves forward.
     *
     * <pre>
     *   bootstrap ──&gt; FRESH ───┐
     *                          ├──&gt; ESTABLISHED
     *   join ───────&gt; JOINING ─┘
     * </pre>
     */
    public enum Standing {
        /** Made by a bootstrap; has not served yet. */
        FRESH,
        /** Adopted from a non-empty quorum; has not caught up with it yet. */
        JOINING,
        /** Has held, at least once, all that was committed: counts as non-empty. */
        ESTABLISHED
    }

    /** Another version of the schema wrote the directory. */
    public static final class OtherVersionException extends IOException {
        private static final long serialVersionUID = 1;

        OtherVersionException(String message) {
            super(message);
        }
    }

    /** As one that has caught up. */
    public Identity established() {
        return new Identity(clusterId, genesisMillis, memberId, Standing.ESTABLISHED);
    }

    /**
     * Reads the identity of a directory.
     *
     * @return null if it has none
     * @throws OtherVersionException if another version of the schema wrote the directory
     * @throws IOException if it cannot be read, or is damaged
     */
    public static @Nullable Identity load(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        String written = properties.getProperty("schemaVersion", "0");
        if (!written.equals(Integer.toString(SCHEMA_VERSION))) {
            throw new OtherVersionException("schema " + written + ", this one reads " + SCHEMA_VERSION);
        }
        try {
            return new Identity(
                    UUID.fromString(properties.getProperty("clusterId", "")),
                    Long.parseLong(properties.getProperty("genesisMillis", "")),
                    Integer.parseInt(properties.getProperty("memberId", "")),
                    Standing.valueOf(properties.getProperty("standing", "")));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    /** Writes it so that a crash leaves the old or the new one. */
    public void store(Path directory) throws IOException {
        var text = "clusterId=" + clusterId + "\ngenesisMillis=" + genesisMillis + "\nmemberId=" + memberId
                + "\nstanding=" + standing + "\nschemaVersion=" + SCHEMA_VERSION + "\n";
        var next = directory.resolve(FILE + ".next");
        try (var channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var parent = FileChannel.open(directory, StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
