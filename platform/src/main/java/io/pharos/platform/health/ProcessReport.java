package io.pharos.platform.health;

import io.pharos.platform.health.StatusBoard.Part;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.List;

/**
 * How one process stands, as it says itself.
 *
 * @param parts its roles
 * @param projections what it builds from the journal
 */
public record ProcessReport(
        long pid,
        Instant startedAt,
        List<Part> parts,
        List<HealthBoard.Finding> checks,
        List<ProjectionReport> projections,
        Jvm jvm) {
    /** Where processes of one installation ask each other. */
    static final String PATH = "/internal/health/process";

    public ProcessReport {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
        projections = List.copyOf(projections);
    }

    /** A projection and the sequence of the last event that it has taken in. */
    public record ProjectionReport(String name, long sequence) {}

    /** The virtual machine of the process. */
    public record Jvm(
            String version, long uptimeSeconds, long heapUsedBytes, long heapMaxBytes, int threads, long collections) {
        static Jvm now() {
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
    }
}
