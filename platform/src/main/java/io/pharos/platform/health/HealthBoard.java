package io.pharos.platform.health;

import io.pharos.platform.health.HealthCheck.Health;
import io.pharos.platform.health.HealthCheck.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all checks of this process at once, and remembers since when each has been in its state. Thread-safe. */
public final class HealthBoard implements AutoCloseable {
    private final List<HealthCheck> checks;
    private final Clock clock;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("health-", 0).factory());
    private final Map<String, Since> since = new ConcurrentHashMap<>();

    HealthBoard(List<HealthCheck> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    private record Since(State state, Instant at) {}

    /** What a check found, and since when it has been finding that. */
    public record Finding(String name, String role, State state, Instant since, String detail, boolean required) {}

    /** Asks all checks; one that does not answer in time is down. */
    public List<Finding> findings() {
        List<Future<Health>> answers =
                checks.stream().map(check -> executor.submit(check::check)).toList();
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < checks.size(); index++) {
            findings.add(finding(checks.get(index), answers.get(index)));
        }
        return findings;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Finding finding(HealthCheck check, Future<Health> answer) {
        Health health;
        try {
            health = answer.get(HealthCheck.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            health = Health.down("no answer within " + HealthCheck.TIMEOUT.toSeconds() + " s");
        } catch (ExecutionException | CancellationException e) {
            health = Health.down("the check failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            health = Health.down("the check was interrupted");
        }
        State state = health.state();
        Instant now = clock.instant();
        Since known = since.compute(
                check.name(), (name, old) -> old == null || old.state() != state ? new Since(state, now) : old);
        Instant from = known == null ? now : known.at();
        return new Finding(check.name(), check.role(), state, from, health.detail(), check.required());
    }
}
