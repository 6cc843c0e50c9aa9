package io.pharos.platform.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * The directory that holds all state of a process. While it is open no other process can open it: the lock belongs to
 * the operating system, so a killed process leaves none behind. Directories are made for their owner only (0700),
 * secrets are files of their owner (0600).
 */
public final class DataDirectory implements AutoCloseable {
    /** Below this PostgreSQL and the core's log cannot be expected to get through an hour. */
    static final long FREE_BYTES_MIN = 512L << 20;

    private static final int SECRET_BYTES = 24;
    private static final String FOUNDED_FILE = "core.founded";

    private final Path root;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel lockChannel, FileLock lock) {
        this.root = root;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /**
     * Makes the directory if it is absent, and locks it.
     *
     * @throws StartRefused when it is in use, may not be written to, or has less than {@value FREE_BYTES_MIN} bytes free
     */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            makePrivate(root);
            refuseFullDisk(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(root.resolve("lock")).strip();
                channel.close();
                throw new StartRefused("the data directory " + root + " is in use by process "
                        + (holder.isEmpty() ? "(unknown)" : holder) + "; stop it or choose another with --data");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel, lock);
        } catch (AccessDeniedException e) {
            throw new StartRefused("the data directory " + root + " may not be written to: " + e.getFile(), e);
        } catch (IOException e) {
            throw new StartRefused(
                    "the data directory " + root + " cannot be used (disk full or not writable?): " + e.getMessage(),
                    e);
        }
    }

    public Path root() {
        return root;
    }

    /** A private directory below the root, made if it is absent. */
    public Path directory(String name) {
        Path directory = root.resolve(name);
        try {
            makePrivate(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
        return directory;
    }

    /** The secret in the named file; made at random (192 bits) when the file is absent. */
    public Secret secret(String name) {
        Path file = root.resolve(name);
        try {
            if (Files.exists(file)) {
                return new Secret(Files.readString(file).strip());
            }
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            writePrivate(name, value + "\n");
            return new Secret(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    public Path writePrivate(String name, String content) {
        Path file = root.resolve(name);
        Path draft = root.resolve(name + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Whether a start with the role core was once completed here. From then on there is a core and a database, and
     * whichever of them is empty has been lost: beginning it afresh would hide that.
     */
    public boolean isFounded() {
        return Files.exists(root.resolve(FOUNDED_FILE));
    }

    /** Notes that a start with the role core was completed. */
    public void found() {
        if (!isFounded()) {
            writePrivate(FOUNDED_FILE, "");
        }
    }

    /** Bytes that are free where the data lives. */
    public long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space at " + root, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + root, e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another instance in this very JVM holds it: tests start several.
            return null;
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void refuseFullDisk(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new StartRefused(String.format(
                    Locale.ROOT,
                    "the disk of %s is full: %d MB free, %d MB needed; free some space or choose another disk with --data",
                    root,
                    free >> 20,
                    FREE_BYTES_MIN >> 20));
        }
    }
}
