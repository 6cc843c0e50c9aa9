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

    private final String directory;
    private final @Nullable MediaDriver driver;

    private AeronTransport(String directory, @Nullable MediaDriver driver) {
        this.directory = directory;
        this.driver = driver;
    }

    /** Launches a driver of its own, in memory where the machine has a memory file system. */
    public static AeronTransport launch() {
        return launch(Idle.PARK);
    }

    public static AeronTransport launch(Idle idle) {
        String directory = memoryDirectory("pharos-client-" + UUID.randomUUID());
        var driver = MediaDriver.launch(
                driverContext(directory, idle, AeronTransport::report).dirDeleteOnShutdown(true));
        return new AeronTransport(directory, driver);
    }

    /** Uses a driver that is already there; closing this leaves it alone. */
    public static AeronTransport attach(String aeronDirectory) {
        return new AeronTransport(aeronDirectory, null);
    }

    /** Where a driver's buffers go: memory if the machine has it, else the directory for temporary files. */
    public static String memoryDirectory(String name) {
        var memory = Path.of("/dev/shm");
        var parent = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
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
