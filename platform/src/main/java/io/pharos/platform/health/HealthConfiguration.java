package io.pharos.platform.health;

import io.pharos.platform.peer.Peers;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The checks of a process, for every process. */
@Configuration(proxyBeanMethods = false)
@Import(HealthController.class)
public class HealthConfiguration {
    @Bean
    HealthBoard healthBoard(List<HealthCheck> checks, Clock clock) {
        return new HealthBoard(checks, clock);
    }

    @Bean
    PeerProcesses peerProcesses(RolePlan plan, Peers peers) {
        return new PeerProcesses(plan, peers);
    }

    @Bean
    StatusBoard statusBoard(HealthBoard board, RolePlan plan, PeerProcesses processes, Clock clock) {
        return new StatusBoard(board, plan, processes, clock);
    }

    @Bean
    ProcessBoard processBoard(HealthBoard board, StatusBoard status, ObjectProvider<Progress> projections) {
        return new ProcessBoard(board, status, projections);
    }
}
