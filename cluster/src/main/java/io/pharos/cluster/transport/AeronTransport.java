package io.pharos.cluster.transport;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * A media driver and the connections to it: of the process's own, or that of a member in the same process. Outlives the
 * clients and readers that use it.
 */
public final class AeronTransport implements AutoCloseable {

    /** Below this much memory file system, buffers go to the disk: containers often have 64 MB. */
    private static final long MEMORY_BYTES_MIN = 512L * 1024 * 1024;

    private final String directory;
    private final String host;
    private final boolean reachesOnlyMember;
    private final @Nullable MediaDriver driver;

    private AeronTransport(String directory, String host, boolean reachesOnlyMember, @Nullable MediaDriver driver) {
        this.directory = directory;
        this.host = host;
        this.reachesOnlyMember = reachesOnlyMember;
        this.driver = driver;
    }

    /** Launches a driver of its own, for members on this machine. */
    public static AeronTransport launch() {
        return launch("localhost", Idle.PARK);
    }

    /**
     * Launches a driver of its own, in memory where the machine has a memory file system.
     *
     * @param host under which the members reach this process
     */
    public static AeronTransport launch(String host, Idle idle) {
        String directory = memoryDirectory("pharos-client-" + UUID.randomUUID());
        var driver = MediaDriver.launch(
                driverContext(directory, idle, AeronTransport::report).dirDeleteOnShutdown(true));
        return new AeronTransport(directory, host, false, driver);
    }

    /**
     * Uses a driver that is already there; closing this leaves it alone.
     *
     * @param host              under which the members reach this process
     * @param reachesOnlyMember whether the only member of its cluster runs on this driver
     */
    public static AeronTransport attach(String aeronDirectory, String host, boolean reachesOnlyMember) {
        return new AeronTransport(aeronDirectory, host, reachesOnlyMember, null);
    }

    /** Where a driver's buffers go: memory if the machine has it, else the directory for temporary files. */
    public static String memoryDirectory(String name) {
        var memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && memory.toFile().getUsableSpace() >= MEMORY_BYTES_MIN;
        var parent = roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        return parent.resolve(name).toString();
    }

    /** The settings that every driver of ours shares. */
    public static MediaDriver.Context driverContext(String directory, Idle idle, ErrorHandler errors) {
        return new MediaDriver.Context()
                .aeronDirectoryName(directory)
                .dirDeleteOnStart(true)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idle.strategy())
                .spiesSimulateConnection(true)
                .errorHandler(errors);
    }

    public String directory() {
        return directory;
    }

    public String host() {
        return host;
    }

    /** Whether the cluster's only member runs on this driver, so that commands need no network. */
    public boolean reachesOnlyMember() {
        return reachesOnlyMember;
    }

    /** A new connection to the driver; the caller closes it. Its conductor has a thread of its own. */
    public Aeron connect(String name, ErrorHandler errors) {
        return Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(directory)
                .clientName(name)
                .errorHandler(errors));
    }

    @Override
    public void close() {
        CloseHelper.close(driver);
    }

    private static void report(Throwable error) {
        System.getLogger(AeronTransport.class.getName()).log(System.Logger.Level.WARNING, "media driver", error);
    }
}
