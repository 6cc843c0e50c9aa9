package io.pharos.platform.health;

import io.pharos.platform.peer.Peers;
import java.time.Clock;
import java.util.List;
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
    StatusBoard statusBoard(HealthBoard board, RolePlan plan, Peers peers, Clock clock) {
        return new StatusBoard(board, plan, peers, clock);
    }
}
