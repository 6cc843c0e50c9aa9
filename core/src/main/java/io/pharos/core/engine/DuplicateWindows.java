package io.pharos.core.engine;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The duplicate window of each client, in the order of their first command. */
final class DuplicateWindows {
    private final EngineSettings settings;
    private final List<DuplicateWindow> windows = new ArrayList<>();
    private final Long2ObjectHashMap<DuplicateWindow> byClient = new Long2ObjectHashMap<>();
    private @Nullable DuplicateWindow lastUsed;

    DuplicateWindows(EngineSettings settings) {
        this.settings = settings;
    }

    /** The window of a client, or null. */
    @Nullable
    DuplicateWindow find(long clientId) {
        DuplicateWindow window = lastUsed;
        if (window == null || window.clientId() != clientId) {
            window = byClient.get(clientId);
            lastUsed = window;
        }
        return window;
    }

    boolean isFull() {
        return windows.size() >= settings.clientsMax();
    }

    DuplicateWindow add(long clientId) {
        DuplicateWindow window =
                new DuplicateWindow(clientId, settings.duplicateWindowMax(), settings.duplicateWindowNanos());
        windows.add(window);
        byClient.put(clientId, window);
        lastUsed = window;
        return window;
    }

    long digest() {
        long digest = 0;
        for (int i = 0; i < windows.size(); i++) {
            digest += windows.get(i).digest();
        }
        return digest;
    }

    void audit() {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).audit();
        }
    }

    void save(StateWriter out) {
        out.writeInt(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            out.writeLong(windows.get(i).clientId());
            windows.get(i).save(out);
        }
    }

    void load(StateReader in) {
        int count = in.readCount(settings.clientsMax());
        for (int i = 0; i < count; i++) {
            long clientId = in.readLong();
            Invariant.check(clientId > 0 && find(clientId) == null, "a client has one duplicate window");
            add(clientId).load(in);
        }
    }
}
