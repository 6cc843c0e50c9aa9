package io.pharos.platform.operations;

import io.pharos.platform.core.CoreStatus;
import io.pharos.platform.health.HealthBoard;
import io.pharos.platform.health.Progress;
import io.pharos.platform.peer.RoleUnavailable;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the health page of staff shows. */
final class PlatformHealth {
    private final CoreStatus core;
    private final HealthBoard board;
    private final List<Progress> projections;
    private final JdbcClient jdbc;

    PlatformHealth(CoreStatus core, HealthBoard board, List<Progress> projections, JdbcClient jdbc) {
        this.core = core;
        this.board = board;
        this.projections = List.copyOf(projections);
        this.jdbc = jdbc;
    }

    /** Everything at once. */
    record Report(
            List<MemberReport> members,
            List<ProjectionReport> projections,
            Jvm jvm,
            Database database,
            List<HealthBoard.Finding> checks) {}

    /**
     * A member of the core.
     *
     * @param digest of its state at {@code digestSequence}; equal on all members at equal sequences
     * @param errors distinct errors of its run
     */
    record MemberReport(
            int memberId,
            String role,
            int leaderMemberId,
            long logPosition,
            long commitPosition,
            long sequence,
            long journalLag,
            @Nullable String digest,
            @Nullable Long digestSequence,
            int errors) {}

    /** A projection and how many events it is behind. */
    record ProjectionReport(String name, long sequence, long lag) {}

    /** This process. */
    record Jvm(
            String version, long uptimeSeconds, long heapUsedBytes, long heapMaxBytes, int threads, long collections) {}

    /** The database server. */
    record Database(String version, long connections, long sizeBytes) {}

    Report report() {
        List<MemberReport> members = members();
        long newest = members.stream().mapToLong(MemberReport::sequence).max().orElse(0);
        List<ProjectionReport> progress = projections.stream()
                .map(projection -> new ProjectionReport(
                        projection.name(), projection.sequence(), Math.max(0, newest - projection.sequence())))
                .toList();
        return new Report(members, progress, jvm(), database(), board.findings());
    }

    private List<MemberReport> members() {
        try {
            CoreStatus.Member member = core.member();
            CoreStatus.Digest digest =
                    member.digests().isEmpty() ? null : member.digests().getLast();
            return List.of(new MemberReport(
                    member.memberId(),
                    member.role(),
                    member.leaderMemberId(),
                    member.logPosition(),
                    member.commitPosition(),
                    member.lastSequence(),
                    member.journalLag(),
                    digest == null ? null : digest.digest(),
                    digest == null ? null : digest.sequence(),
                    member.errors().size()));
        } catch (RoleUnavailable e) {
            return List.of();
        }
    }

    private static Jvm jvm() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long collections = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        return new Jvm(
                Runtime.version().toString(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
                heap.getUsed(),
                heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                collections);
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
