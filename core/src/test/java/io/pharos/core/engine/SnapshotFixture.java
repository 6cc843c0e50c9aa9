package io.pharos.core.engine;

import io.pharos.core.event.EventSink;
import io.pharos.core.fixture.NoEvents;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Snapshots in memory. */
public final class SnapshotFixture {
    private SnapshotFixture() {}

    /** The chunks of a snapshot. */
    public static List<byte[]> save(Engine engine) {
        List<byte[]> chunks = new ArrayList<>();
        StateWriter out = new StateWriter((buffer, offset, length) -> {
            byte[] chunk = new byte[length];
            buffer.getBytes(offset, chunk);
            chunks.add(chunk);
        });
        engine.save(out);
        out.finish();
        return chunks;
    }

    public static Engine load(List<byte[]> chunks, EngineSettings settings, EventSink sink) {
        var remaining = new ArrayList<>(chunks);
        StateReader in = new StateReader(into -> {
            if (remaining.isEmpty()) {
                return 0;
            }
            byte[] chunk = remaining.removeFirst();
            into.putBytes(0, chunk);
            return chunk.length;
        });
        return Engine.load(in, settings, sink);
    }

    /** An engine of equal state that tells nobody what it does. */
    public static Engine copy(Engine engine) {
        return load(save(engine), EngineSettings.defaults(), new NoEvents());
    }
}
