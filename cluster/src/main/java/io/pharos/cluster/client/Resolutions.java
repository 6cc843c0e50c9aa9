package io.pharos.cluster.client;

import io.pharos.cluster.message.CommandReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The commands that were reported unknown: all that are open, and the newest that are resolved. Thread-safe. */
final class Resolutions {

    private final Map<Long, CompletableFuture<CommandReply>> byCommandId = new LinkedHashMap<>();

    synchronized CompletableFuture<CommandReply> open(long commandId) {
        return byCommandId.computeIfAbsent(commandId, id -> new CompletableFuture<>());
    }

    synchronized @Nullable CompletableFuture<CommandReply> find(long commandId) {
        return byCommandId.get(commandId);
    }

    void resolve(long commandId, CommandReply reply) {
        CompletableFuture<CommandReply> resolution;
        synchronized (this) {
            resolution = byCommandId.get(commandId);
            var eldest = byCommandId.values().iterator();
            while (byCommandId.size() > Limits.RESOLUTIONS_MAX && eldest.hasNext()) {
                if (eldest.next().isDone()) {
                    eldest.remove();
                }
            }
        }
        if (resolution != null) {
            resolution.complete(reply);
        }
    }
}
