package io.pharos.platform.health;

import io.pharos.platform.health.HealthBoard.Finding;
import io.pharos.platform.health.HealthCheck.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the platform stands, role by role: those of this process by their checks, those of others by what their processes say.
 * An answer is kept for {@link #KEPT}, so that a crowd asking costs what one asking does. Thread-safe.
 */
public final class StatusBoard {
    /** How old an answer may be. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private final HealthBoard board;
    private final RolePlan plan;
    private final PeerProcesses processes;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, Since> peersSince = new ConcurrentHashMap<>();
    private @Nullable Status last;

    StatusBoard(HealthBoard board, RolePlan plan, PeerProcesses processes, Clock clock) {
        this.board = board;
        this.plan = plan;
        this.processes = processes;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    private record Since(State state, Instant at) {}

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
        List<Part> parts = new ArrayList<>(local(board.findings()));
        List<PeerProcesses.Answer> answers = processes.ask();
        for (String role : plan.remote()) {
            answers.stream()
                    .filter(answer -> answer.roles().contains(role))
                    .forEach(answer -> parts.add(remote(role, answer, now)));
        }
        Status fresh = new Status(overall(parts), List.copyOf(parts), now);
        last = fresh;
        return fresh;
    }

    /** When this process began to watch. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The roles of this process. */
    public List<Part> local(List<Finding> findings) {
        return plan.local().stream().map(role -> local(role, findings)).toList();
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

    private Part remote(String role, PeerProcesses.Answer answer, Instant now) {
        Part told = answer.part(role);
        State state = told == null ? State.DOWN : told.state();
        Since since = peersSince.compute(
                role,
                (name, old) -> old == null
                        ? new Since(state, state == State.DOWN ? now : startedAt)
                        : old.state() == state ? old : new Since(state, now));
        String detail = answer.report() == null
                ? "its process does not answer"
                : told == null ? "its process does not run it" : told.detail();
        return new Part(role, role, state, since == null ? now : since.at(), detail);
    }
}
