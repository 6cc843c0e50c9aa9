package io.pharos.platform.health;

import io.pharos.platform.health.HealthBoard.Finding;
import io.pharos.platform.health.ProcessReport.Jvm;
import io.pharos.platform.health.ProcessReport.ProjectionReport;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** How this process stands, for the health page and for other processes. Thread-safe. */
public final class ProcessBoard {
    private final HealthBoard board;
    private final StatusBoard status;
    private final ObjectProvider<Progress> projections;

    ProcessBoard(HealthBoard board, StatusBoard status, ObjectProvider<Progress> projections) {
        this.board = board;
        this.status = status;
        this.projections = projections;
    }

    /** How it stands now; asks all checks. */
    public ProcessReport report() {
        List<Finding> findings = board.findings();
        return new ProcessReport(
                ProcessHandle.current().pid(),
                status.startedAt(),
                status.local(findings),
                findings,
                projections.stream()
                        .map(projection -> new ProjectionReport(projection.name(), projection.sequence()))
                        .toList(),
                Jvm.now());
    }
}
