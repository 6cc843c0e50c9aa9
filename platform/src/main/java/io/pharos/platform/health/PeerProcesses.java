package io.pharos.platform.health;

import io.pharos.platform.health.HealthCheck.State;
import io.pharos.platform.peer.Peers;
import io.pharos.platform.peer.RoleUnavailable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/** The other processes that this one knows of, each asked once, all at the same time. Thread-safe. */
public final class PeerProcesses implements AutoCloseable {
    private final RolePlan plan;
    private final Peers peers;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("health-peer-", 0).factory());

    PeerProcesses(RolePlan plan, Peers peers) {
        this.plan = plan;
        this.peers = peers;
    }

    /**
     * A process, as it answered.
     *
     * @param roles those that this process looks for there
     * @param report null when it did not answer
     */
    public record Answer(
            String address, List<String> roles, @Nullable ProcessReport report) {
        /** What it says of one of its roles; null if nothing. */
        StatusBoard.@Nullable Part part(String role) {
            return report == null
                    ? null
                    : report.parts().stream()
                            .filter(part -> part.role().equals(role))
                            .findFirst()
                            .orElse(null);
        }

        /** The worst state of its roles. */
        public State state() {
            return report == null
                    ? State.DOWN
                    : report.parts().stream()
                            .map(StatusBoard.Part::state)
                            .max(Comparator.naturalOrder())
                            .orElse(State.UP);
        }
    }

    /** The answers, in the order of the roles. */
    public List<Answer> ask() {
        Map<URI, List<String>> roles = new LinkedHashMap<>();
        for (String role : plan.remote()) {
            peers.address(role)
                    .ifPresent(address -> roles.computeIfAbsent(address, unused -> new ArrayList<>())
                            .add(role));
        }
        List<Future<Answer>> answers = roles.entrySet().stream()
                .map(entry -> executor.submit(() -> ask(entry.getKey(), entry.getValue())))
                .toList();
        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            try {
                all.add(answer.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a process could not be asked", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return all;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Answer ask(URI address, List<String> roles) {
        ProcessReport report;
        try {
            report = peers.guard(roles.getFirst())
                    .call(() -> peers.restClient(address)
                            .get()
                            .uri(ProcessReport.PATH)
                            .retrieve()
                            .body(ProcessReport.class));
        } catch (RoleUnavailable | RestClientException e) {
            report = null;
        }
        return new Answer(address.toString(), List.copyOf(roles), report);
    }
}
