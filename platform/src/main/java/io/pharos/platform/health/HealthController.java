package io.pharos.platform.health;

import io.pharos.platform.health.HealthBoard.Finding;
import io.pharos.platform.health.HealthCheck.State;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors and balancers ask: is the process alive, and may it be sent requests? */
@RestController
final class HealthController {
    private final HealthBoard board;
    private final ProcessBoard process;

    HealthController(HealthBoard board, ProcessBoard process) {
        this.board = board;
        this.process = process;
    }

    /** The state of a process and its named checks. */
    record Report(State state, List<Finding> checks) {}

    @GetMapping("/health/live")
    Report live() {
        return new Report(State.UP, List.of());
    }

    /** For the other processes of the installation. */
    @GetMapping(ProcessReport.PATH)
    ProcessReport process() {
        return process.report();
    }

    @GetMapping("/health/ready")
    ResponseEntity<Report> ready() {
        List<Finding> findings = board.findings();
        State worst = findings.stream()
                .map(finding -> finding.state() == State.DOWN && !finding.required() ? State.DEGRADED : finding.state())
                .max(Comparator.naturalOrder())
                .orElse(State.UP);
        return ResponseEntity.status(worst == State.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new Report(worst, findings));
    }
}
