package io.pharos.cluster.member;

import static io.pharos.cluster.member.StartRefusedException.Reason.CORRUPTED;
import static io.pharos.cluster.member.StartRefusedException.Reason.DIRECTORY_IN_USE;
import static io.pharos.cluster.member.StartRefusedException.Reason.DIRECTORY_UNUSABLE;

import io.aeron.archive.ArchiveTool;
import io.pharos.cluster.guard.Identity;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.agrona.IoUtil;
import org.jspecify.annotations.Nullable;

/**
 * A member's directory, locked while it is open.
 *
 * <pre>
 *   lock       held by the process that uses the directory
 *   identity   of the cluster
 *   archive/   recordings: log, snapshots, journal
 *   cluster/   which recordings make up the log, and votes
 *   marks/     Aeron's marks of life; they mean nothing without the lock
 *   torn-…     what was cut off from a recording after a crash
 * </pre>
 */
final class MemberDirectory implements AutoCloseable {

    /** The name by which the archive tool finds it. */
    private static final String CRC_32C = "io.aeron.archive.checksum.Crc32c";

    private final Path path;
    private final FileChannel lockFile;
    private final FileLock lock;

    private MemberDirectory(Path path, FileChannel lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static MemberDirectory open(Path path) {
        FileChannel file = null;
        try {
            Files.createDirectories(path);
            file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new StartRefusedException(DIRECTORY_IN_USE, path + " is used by another process");
            }
            // Whoever left the marks is dead, or it would hold the lock: without them Aeron need not wait ten seconds.
            IoUtil.delete(path.resolve("marks").toFile(), true);
            return new MemberDirectory(path, file, lock);
        } catch (IOException unusable) {
            throw new StartRefusedException(DIRECTORY_UNUSABLE, path + " cannot be used: " + unusable, unusable);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    File archive() {
        return path.resolve("archive").toFile();
    }

    File cluster() {
        return path.resolve("cluster").toFile();
    }

    File marks() {
        return path.resolve("marks").toFile();
    }

    /** Null if the directory is empty. */
    @Nullable
    Identity identity() {
        try {
            var identity = Identity.load(path);
            boolean hasLog = Files.exists(archive().toPath().resolve("archive.catalog"))
                    && Files.exists(cluster().toPath().resolve("recording.log"));
            if (identity == null && hasLog) {
                throw new StartRefusedException(CORRUPTED, path + " has recordings and no identity");
            }
            if (identity != null && identity.standing() == Identity.Standing.ESTABLISHED && !hasLog) {
                throw new StartRefusedException(CORRUPTED, path + " has an identity and no recordings");
            }
            return identity;
        } catch (Identity.OtherVersionException other) {
            throw new StartRefusedException(
                    DIRECTORY_UNUSABLE,
                    path + " was written by another version of Pharos (" + other.getMessage()
                            + "): start that version, or name an empty directory",
                    other);
        } catch (IOException damaged) {
            throw new StartRefusedException(CORRUPTED, "the identity cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    void store(Identity identity) {
        try {
            identity.store(path);
        } catch (IOException unusable) {
            throw new StartRefusedException(DIRECTORY_UNUSABLE, path + " cannot be written: " + unusable, unusable);
        }
    }

    /**
     * Checks the newest files of the recordings byte by byte, and the catalogue, before anything is read from them; the
     * replays check the rest. What a power cut left of the last block is cut off: it was never acknowledged from here.
     *
     * @return what was cut off, a line each
     */
    List<String> verify() {
        if (!Files.exists(archive().toPath().resolve("archive.catalog"))) {
            return List.of();
        }
        try {
            var torn = cutOffTornTails();
            String damage = RecordingScan.findDamage(archive().toPath(), Limits.SCAN_BYTES_MAX);
            if (damage != null) {
                throw new StartRefusedException(CORRUPTED, "a recording is damaged: " + damage);
            }
            verifyCatalogue();
            return torn;
        } catch (IOException unreadable) {
            throw new StartRefusedException(DIRECTORY_UNUSABLE, path + " cannot be read: " + unreadable, unreadable);
        }
    }

    private List<String> cutOffTornTails() throws IOException {
        try {
            return TornTail.cutOff(archive().toPath(), path);
        } catch (RuntimeException damaged) {
            throw new StartRefusedException(
                    CORRUPTED, "the catalogue cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private void verifyCatalogue() {
        var report = new ByteArrayOutputStream();
        boolean intact;
        try (var out = new PrintStream(report, true, StandardCharsets.UTF_8)) {
            // What is torn was cut off before; a frame that is damaged now is not to be dropped.
            intact = ArchiveTool.verify(
                    out, archive(), EnumSet.of(ArchiveTool.VerifyOption.APPLY_CHECKSUM), CRC_32C, file -> false);
        } catch (RuntimeException damaged) {
            throw new StartRefusedException(CORRUPTED, "the archive cannot be read: " + damaged.getMessage(), damaged);
        }
        if (!intact) {
            String errors = report.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("ERR"))
                    .collect(Collectors.joining("; "));
            throw new StartRefusedException(CORRUPTED, "a recording is damaged: " + errors);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException broken) {
            System.getLogger(MemberDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "the lock of " + path + " was not released", broken);
        }
    }
}
