package io.pharos.benchmarks.core;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.wire.CommandAdapter;
import io.pharos.cluster.wire.CommandEncoder;
import io.pharos.cluster.wire.EventPublisher;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.event.EventSink;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.TimeInForce;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A snapshot and the commands that came after it, as files: each record with its length, each command with its log time. */
final class RecoveryFiles {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long CLIENT = 2;
    private static final long STEP_NANOS = 1_000;

    private final Path snapshot;
    private final Path log;

    RecoveryFiles(Path directory) {
        snapshot = directory.resolve("snapshot");
        log = directory.resolve("log");
    }

    /**
     * What was written.
     *
     * @param digest of the state after the last command of the log
     * @param saveNanos how long the engine was stopped for the snapshot
     */
    record Written(long bytes, long digest, long saveNanos) {}

    /** Writes an engine and the commands of a workload from an index on, which it applies to the engine. */
    Written write(Engine engine, Workload workload, int from) throws IOException {
        long beganNanos = System.nanoTime();
        try (DataOutputStream out = output(snapshot)) {
            byte[] chunk = new byte[StateWriter.CHUNK_BYTES_MAX];
            StateWriter writer = new StateWriter((buffer, offset, length) -> {
                buffer.getBytes(offset, chunk, 0, length);
                try {
                    out.writeInt(length);
                    out.write(chunk, 0, length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            engine.save(writer);
            writer.finish();
        }
        long saveNanos = System.nanoTime() - beganNanos;
        CommandEncoder encoder = new CommandEncoder();
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(CommandEncoder.LENGTH_MAX);
        byte[] bytes = new byte[CommandEncoder.LENGTH_MAX];
        long timeNanos = engine.timeNanos();
        try (DataOutputStream out = output(log)) {
            for (int i = from; i < workload.size(); i++) {
                timeNanos += STEP_NANOS;
                int length = encoder.encode(buffer, CLIENT, i + 1L, command(workload, i));
                buffer.getBytes(0, bytes, 0, length);
                out.writeInt(length);
                out.writeLong(timeNanos);
                out.write(bytes, 0, length);
            }
        }
        apply(engine);
        return new Written(Files.size(snapshot) + Files.size(log), engine.digest(), saveNanos);
    }

    /** Reads both files and does nothing with them. */
    void read() throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        for (Path file : new Path[] {snapshot, log}) {
            try (var in = Files.newInputStream(file)) {
                int length = in.read(bytes);
                while (length >= 0) {
                    length = in.read(bytes);
                }
            }
        }
    }

    /** Loads the snapshot, applies the log, and gives the digest of what that makes. */
    long recover() throws IOException {
        EventSink sink = new EventPublisher(new JournalBuffer());
        try (DataInputStream in = input(snapshot)) {
            byte[] chunk = new byte[StateWriter.CHUNK_BYTES_MAX];
            StateReader reader = new StateReader(into -> {
                try {
                    int length = in.readInt();
                    in.readFully(chunk, 0, length);
                    into.putBytes(0, chunk, 0, length);
                    return length;
                } catch (EOFException e) {
                    return 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Engine engine = Engine.load(reader, EngineSettings.defaults(), sink);
            apply(engine);
            return engine.digest();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(snapshot);
        Files.deleteIfExists(log);
        Files.deleteIfExists(snapshot.toAbsolutePath().resolveSibling(""));
    }

    private void apply(Engine engine) throws IOException {
        CommandAdapter adapter = new CommandAdapter();
        byte[] bytes = new byte[CommandEncoder.LENGTH_MAX];
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        long left = Files.size(log);
        try (DataInputStream in = input(log)) {
            while (left > 0) {
                int length = in.readInt();
                engine.advanceTo(in.readLong());
                in.readFully(bytes, 0, length);
                if (adapter.apply(buffer, 0, length, engine) == null) {
                    throw new IllegalStateException("the log holds what is no command");
                }
                left -= Integer.BYTES + Long.BYTES + length;
            }
        }
    }

    private static CoreCommand command(Workload workload, int i) {
        return switch (workload.kind(i)) {
            case PLACE -> place(workload, i, TimeInForce.GTC);
            case PLACE_IOC -> place(workload, i, TimeInForce.IOC);
            case MOVE, REDUCE ->
                new CoreCommand.ReplaceOrder(
                        workload.accountId(i), workload.orderId(i), workload.priceTicks(i), workload.quantityLots(i));
            case CANCEL -> new CoreCommand.CancelOrder(workload.accountId(i), workload.orderId(i));
        };
    }

    private static CoreCommand place(Workload workload, int i, TimeInForce timeInForce) {
        return new CoreCommand.PlaceOrder(
                workload.accountId(i),
                workload.instrumentId(i),
                workload.side(i),
                OrderType.LIMIT,
                timeInForce,
                false,
                workload.priceTicks(i),
                workload.quantityLots(i),
                0);
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    private static DataInputStream input(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    }
}
