package io.pharos.platform.health;

import io.pharos.platform.health.HealthBoard.Finding;
import io.pharos.platform.health.HealthCheck.State;
import io.pharos.platform.peer.Peers;
import io.pharos.platform.peer.RoleUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/**
 * How the platform stands, role by role: those of this process by their checks, those of others by their health page.
 * An answer is kept for {@link #KEPT}, so that a crowd asking costs what one asking does. Thread-safe.
 */
public final class StatusBoard {
    /** How old an answer may be. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private final HealthBoard board;
    private final RolePlan plan;
    private final Peers peers;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, Instant> downSince = new ConcurrentHashMap<>();
    private @Nullable Status last;

    StatusBoard(HealthBoard board, RolePlan plan, Peers peers, Clock clock) {
        this.board = board;
        this.plan = plan;
        this.peers = peers;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** How the platform stands. DOWN only where the core or trading is. */
    public record Status(State state, List<Part> parts, Instant asOf) {}

    /** A role. */
    public record Part(String name, String role, State state, Instant since, String detail) {}

    /** How it stands now, or stood within the last second. */
    public synchronized Status status() {
        Instant now = clock.instant();
        Status known = last;
        if (known != null && known.asOf().plus(KEPT).isAfter(now)) {
            return known;
        }
        List<Finding> findings = board.findings();
        List<Part> parts = new ArrayList<>();
        for (String role : plan.local()) {
            parts.add(local(role, findings));
        }
        for (String role : plan.remote()) {
            parts.add(remote(role, now));
        }
        Status fresh = new Status(overall(parts), List.copyOf(parts), now);
        last = fresh;
        return fresh;
    }

    private static State overall(List<Part> parts) {
        State worst =
                parts.stream().map(Part::state).max(Comparator.naturalOrder()).orElse(State.UP);
        boolean vital = parts.stream()
                .anyMatch(part -> part.state() == State.DOWN
                        && (part.role().equals("core") || part.role().equals("trading")));
        return worst == State.DOWN && !vital ? State.DEGRADED : worst;
    }

    private Part local(String role, List<Finding> findings) {
        Finding worst = findings.stream()
                .filter(finding -> finding.role().equals(role))
                .max(Comparator.comparing(Finding::state).thenComparing(Finding::name))
                .orElse(null);
        if (worst == null) {
            return new Part(role, role, State.UP, startedAt, "");
        }
        // A part that is not required impairs its role and does not end it.
        State state = worst.state() == State.DOWN && !worst.required() ? State.DEGRADED : worst.state();
        return new Part(role, role, state, worst.since(), worst.name() + ": " + worst.detail());
    }

    private Part remote(String role, Instant now) {
        try {
            peers.guard(role)
                    .call(() -> peers.restClient(peers.address(role).orElseThrow())
                            .get()
                            .uri("/health/ready")
                            .retrieve()
                            .toBodilessEntity());
            Instant wasDown = downSince.remove(role);
            return new Part(role, role, State.UP, wasDown == null ? startedAt : now, "in another process");
        } catch (RoleUnavailable e) {
            Instant since = downSince.computeIfAbsent(role, unused -> now);
            return new Part(role, role, State.DOWN, since, "its process does not answer");
        } catch (RestClientResponseException e) {
            Instant since = downSince.computeIfAbsent(role, unused -> now);
            return new Part(role, role, State.DEGRADED, since, "its process is not ready");
        }
    }
}
