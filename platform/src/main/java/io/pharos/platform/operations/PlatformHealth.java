package io.pharos.platform.operations;

import io.pharos.platform.core.CoreMembers;
import io.pharos.platform.health.HealthBoard;
import io.pharos.platform.health.HealthCheck.State;
import io.pharos.platform.health.PeerProcesses;
import io.pharos.platform.health.ProcessBoard;
import io.pharos.platform.health.ProcessReport;
import io.pharos.platform.health.ProcessReport.Jvm;
import io.pharos.platform.health.StatusBoard.Part;
import io.pharos.platform.operations.MemberReports.Agreement;
import io.pharos.platform.operations.MemberReports.MemberReport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the health page of staff shows: the whole house, not only this process. */
final class PlatformHealth {
    /** What this process calls itself in the list of processes. */
    private static final String HERE = "this process";

    private final CoreMembers core;
    private final ProcessBoard process;
    private final PeerProcesses peers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Since> since = new ConcurrentHashMap<>();

    PlatformHealth(CoreMembers core, ProcessBoard process, PeerProcesses peers, JdbcClient jdbc, Clock clock) {
        this.core = core;
        this.process = process;
        this.peers = peers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Since(State state, Instant at) {}

    /**
     * Everything at once.
     *
     * @param agreement whether the members' states are equal; null while no two of them can be compared
     * @param jvm of this process
     * @param checks of this process
     */
    record Report(
            List<MemberReport> members,
            @Nullable Agreement agreement,
            List<ProcessView> processes,
            List<ProjectionReport> projections,
            Jvm jvm,
            Database database,
            List<HealthBoard.Finding> checks) {}

    /**
     * A process of the installation that this one knows of.
     *
     * @param address "this process", or where it was asked
     * @param state the worst of its roles; DOWN when it did not answer
     * @param since when this process found it so first
     * @param pid its number on its machine; null when it did not answer
     * @param parts its roles; those that it should run, when it did not answer
     */
    record ProcessView(
            String address,
            State state,
            Instant since,
            @Nullable Long pid,
            @Nullable Long uptimeSeconds,
            List<Part> parts) {}

    /** A projection, in whichever process, and how many events it is behind. */
    record ProjectionReport(String name, String process, long sequence, long lag) {}

    /** The database server. */
    record Database(String version, long connections, long sizeBytes) {}

    Report report() {
        List<CoreMembers.Member> members = core.ask();
        List<PeerProcesses.Answer> others = peers.ask();
        ProcessReport here = process.report();
        Instant now = clock.instant();
        Agreement agreement = MemberReports.agreement(members);
        List<ProcessView> processes = new ArrayList<>();
        processes.add(view(HERE, worst(here.parts()), here, here.parts(), now));
        for (PeerProcesses.Answer other : others) {
            ProcessReport report = other.report();
            processes.add(view(
                    other.address(),
                    other.state(),
                    report,
                    report == null ? absent(other.roles(), other.address(), now) : report.parts(),
                    now));
        }
        return new Report(
                members.stream()
                        .map(member -> MemberReports.report(member, agreement, now))
                        .toList(),
                agreement,
                processes,
                projections(here, others, MemberReports.newestSequence(members)),
                here.jvm(),
                database(),
                here.checks());
    }

    private ProcessView view(
            String address, State state, @Nullable ProcessReport report, List<Part> parts, Instant now) {
        Instant at = since(address, state, now);
        return new ProcessView(
                address,
                state,
                at,
                report == null ? null : report.pid(),
                report == null ? null : report.jvm().uptimeSeconds(),
                parts);
    }

    private Instant since(String address, State state, Instant now) {
        Since known = since.compute(
                address, (same, old) -> old != null && old.state() == state ? old : new Since(state, now));
        return known == null ? now : known.at();
    }

    private List<Part> absent(List<String> roles, String address, Instant now) {
        Instant at = since(address, State.DOWN, now);
        return roles.stream()
                .map(role -> new Part(role, role, State.DOWN, at, "its process does not answer"))
                .toList();
    }

    private static State worst(List<Part> parts) {
        return parts.stream().map(Part::state).max(Comparator.naturalOrder()).orElse(State.UP);
    }

    private static List<ProjectionReport> projections(
            ProcessReport here, List<PeerProcesses.Answer> others, long newest) {
        List<ProjectionReport> all = new ArrayList<>();
        add(all, HERE, here, newest);
        for (PeerProcesses.Answer other : others) {
            ProcessReport report = other.report();
            if (report != null) {
                add(all, other.address(), report, newest);
            }
        }
        return all;
    }

    private static void add(List<ProjectionReport> all, String address, ProcessReport report, long newest) {
        report.projections()
                .forEach(projection -> all.add(new ProjectionReport(
                        projection.name(),
                        address,
                        projection.sequence(),
                        Math.max(0, newest - projection.sequence()))));
    }

    private Database database() {
        return jdbc.sql("""
                SELECT current_setting('server_version') AS version,
                       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
                       pg_database_size(current_database()) AS size""")
                .query((row, number) ->
                        new Database(row.getString("version"), row.getLong("connections"), row.getLong("size")))
                .single();
    }
}
