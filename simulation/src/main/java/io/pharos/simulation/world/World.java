package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.wire.CommandEncoder;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.state.InvariantViolation;
import io.pharos.simulation.check.Checkers;
import io.pharos.simulation.check.Limits;
import io.pharos.simulation.check.Step;
import io.pharos.simulation.check.Violation;
import io.pharos.simulation.run.Coverage;
import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.Replay;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import io.pharos.simulation.run.Seeded;
import io.pharos.simulation.run.SimulationRun;
import io.pharos.simulation.run.Theme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;

/** One run: founds the world, lets it live under faults, ends the faults, waits for rest, and checks what is left. */
public final class World implements SimulationRun {
    /** Where virtual time begins. */
    static final long EPOCH_NANOS = 1_767_225_600_000_000_000L;

    private static final long WINDOW_NANOS = java.util.concurrent.TimeUnit.MINUTES.toNanos(10);

    /** Orders that may be open; so many more where some follow others, of which a fiftieth may. */
    private static final int OPEN_ORDERS = 70;

    private static final int OPEN_ORDERS_WITH_PEGS = 300;

    private static final long FAULTS_MAX_NANOS = 900 * Weather.SECOND;
    private static final long REST_MAX_NANOS = 120 * Weather.SECOND;
    private static final long REST_POLL_NANOS = 20 * Weather.MILLI;
    private static final int CLIENTS = 4;
    private static final int STEPS_KEPT = 60;

    private final RunDigest digest = new RunDigest();
    private final Scheduler scheduler = new Scheduler(digest);
    private final Coverage coverage = new Coverage();
    private Limits limits = limits(0);
    private Checkers checkers = new Checkers(limits, coverage, STEPS_KEPT);
    private final SortedMap<String, Long> counters = new TreeMap<>();
    private final Map<Bytes, CoreCommand> meanings = new HashMap<>();
    private final List<LogReplay.Recorded> log = new ArrayList<>();
    private final CommandEncoder encoder = new CommandEncoder();
    private final UnsafeBuffer encodeBuffer = new UnsafeBuffer(new byte[CommandEncoder.LENGTH_MAX]);
    private final List<Member> members = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private Seeded random = new Seeded(0);
    private Weather weather = new Weather(random, false, Set.of());
    private Network network = new Network(this, scheduler, random, weather);
    private Mayhem mayhem = new Mayhem(this, weather, members, clients);
    private boolean faulty;

    /** The limits of the run of a seed. */
    private static Limits limits(long seed) {
        int openOrders = Theme.of(seed) == Theme.PEGS ? OPEN_ORDERS_WITH_PEGS : OPEN_ORDERS;
        return new Limits(7, 5, 12, 12, openOrders, 18, 2, 8, 64, WINDOW_NANOS);
    }

    private static EngineSettings settings(Limits limits) {
        return new EngineSettings(
                limits.assets(),
                limits.instruments(),
                limits.accounts(),
                limits.holds(),
                limits.openOrders(),
                limits.accountOpenOrders(),
                limits.sweepOrders(),
                limits.clients(),
                limits.windowCommands(),
                limits.windowNanos());
    }

    /** For a class loader that made this class anew. */
    public World() {}

    @Override
    public RunResult run(RunSettings settings) {
        Failure failure = null;
        try {
            live(settings);
        } catch (Violation violation) {
            failure = failure(violation.checker(), String.valueOf(violation.getMessage()));
        } catch (InvariantViolation broken) {
            failure = failure("invariant", String.valueOf(broken.getMessage()));
        } catch (RuntimeException | StackOverflowError problem) {
            StackTraceElement[] trace = problem.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            failure = failure("exception", problem + where);
        }
        counters.put("log entries", checkers.committed());
        Replay replay = null;
        if (failure != null || !settings.kept().isEmpty()) {
            replay = new LogReplay(settings(limits), limits, log, failure == null ? "" : failure.checker());
            if (!settings.kept().isEmpty()) {
                BitSet kept = new BitSet();
                settings.kept().forEach(place -> kept.set(place - 1));
                failure = replay.run(kept);
            }
        }
        return new RunResult(settings, digest.value(), now(), coverage, counters, failure, replay);
    }

    private Failure failure(String checker, String what) {
        return new Failure(checker, what, now(), checkers.lastSteps());
    }

    private void live(RunSettings settings) {
        found(settings);
        Workload workload = new Workload(this, settings.seed(), clients, settings.commands());
        workload.setUp();
        faulty = true;
        mayhem.begin();
        workload.begin();
        long until = now() + FAULTS_MAX_NANOS;
        while (!workload.isDone() && now() < until) {
            scheduler.step();
        }
        faulty = false;
        mayhem.end();
        workload.end();
        runUntil("the end", this::isAtRest, REST_MAX_NANOS);
        workload.endDays();
        runUntil("the end", this::isAtRest, REST_MAX_NANOS);
        checkEnd();
    }

    private void found(RunSettings settings) {
        random = new Seeded(settings.seed());
        limits = limits(settings.seed());
        checkers = new Checkers(limits, coverage, STEPS_KEPT);
        weather = new Weather(random, Theme.of(settings.seed()) == Theme.FEES, settings.without());
        network = new Network(this, scheduler, random, weather);
        for (int i = 0; i < settings.members(); i++) {
            Member member = new Member(this, i, settings.members(), settings(limits));
            members.add(member);
            network.add(member);
        }
        for (int i = 0; i < CLIENTS; i++) {
            Client client = new Client(this, i + 1L, settings.members());
            clients.add(client);
            client.joins(network.add(client));
        }
        for (int i = 0; i < 2; i++) {
            Projection projection = new Projection(this, "projection " + (i + 1), settings.members());
            projections.add(projection);
            projection.joins(network.add(projection));
        }
        mayhem = new Mayhem(this, weather, members, clients);
        members.forEach(Member::start);
    }

    /** Waits until every client has its answers. */
    void settle() {
        runUntil("the set-up", () -> clients.stream().allMatch(client -> client.pendingCount() == 0), REST_MAX_NANOS);
    }

    private void runUntil(String what, java.util.function.BooleanSupplier isReached, long mostNanos) {
        long until = now() + mostNanos;
        long nextLook = now();
        while (true) {
            if (now() >= nextLook) {
                if (isReached.getAsBoolean()) {
                    return;
                }
                nextLook = now() + REST_POLL_NANOS;
            }
            if (now() > until || !scheduler.step()) {
                throw new Violation(
                        "liveness",
                        what + " was not reached " + mostNanos / Weather.SECOND + " s after the last fault: "
                                + clients.stream()
                                        .mapToInt(Client::pendingCount)
                                        .sum() + " commands pending");
            }
        }
    }

    private boolean isAtRest() {
        long sequence = members.getFirst().replica().machine().sequence();
        return clients.stream().allMatch(client -> client.pendingCount() == 0)
                && members.stream()
                        .allMatch(member -> member.isUp()
                                && member.replica().applied() == checkers.committed()
                                && member.lastIndex() == checkers.committed())
                && projections.stream().allMatch(projection -> projection.sequence() == sequence);
    }

    private void checkEnd() {
        for (Member member : members) {
            checkers.checkAll(member.replica().machine());
            member.replica().machine().audit();
            member.snapshot();
        }
        for (Projection projection : projections) {
            checkers.projection(projection.name(), projection.sequence(), projection.balances());
        }
    }

    long now() {
        return scheduler.nowNanos();
    }

    void after(long delayNanos, Runnable action) {
        scheduler.after(delayNanos, action);
    }

    Seeded random() {
        return random;
    }

    Network network() {
        return network;
    }

    Checkers checkers() {
        return checkers;
    }

    /** Whether faults may happen now. */
    boolean faulty() {
        return faulty;
    }

    void count(String what) {
        counters.merge(what, 1L, Long::sum);
    }

    /** A member stops at once, and starts again after a while. */
    void crash(Member member) {
        member.crash();
        mayhem.restart(member);
    }

    /** The bytes of a command, whose meaning is noted for the checkers. */
    Bytes encode(long clientId, long commandId, CoreCommand command) {
        int length = encoder.encode(encodeBuffer, clientId, commandId, command);
        byte[] bytes = new byte[length];
        encodeBuffer.getBytes(0, bytes);
        Bytes message = new Bytes(bytes);
        meanings.put(message, command);
        return message;
    }

    /** What an entry says, for a report. */
    String meaning(LogEntry entry) {
        CoreCommand command = meanings.get(entry.command());
        return entry.isTick() ? "a tick at " + entry.timeNanos() : String.valueOf(command);
    }

    /** A member is about to apply a log entry. */
    void applies(long index, LogEntry entry) {
        if (index > log.size()) {
            log.add(new LogReplay.Recorded(entry, meanings.get(entry.command())));
        }
    }

    /** A member applied a log entry. */
    void applied(int member, long index, LogEntry entry, StateMachine.Applied done, StateMachine machine) {
        long answer = done.fingerprint();
        long state = machine.digest();
        digest.add(answer, state);
        if (index <= checkers.committed()) {
            checkers.again(index, entry.fingerprint(), answer, state, member);
            return;
        }
        Step step = Steps.of(index, entry, done, meanings.get(entry.command()));
        log.getLast().events().addAll(step.events());
        checkers.applied(step, entry.fingerprint(), answer, state, machine);
    }
}
