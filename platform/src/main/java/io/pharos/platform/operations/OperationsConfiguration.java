package io.pharos.platform.operations;

import io.pharos.platform.core.CoreStatus;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.health.HealthBoard;
import io.pharos.platform.health.Progress;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Role operations. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsController.class)
public class OperationsConfiguration {
    @Bean
    SchemaDatabase operationsDatabase(Databases databases) {
        return databases.open("operations");
    }

    @Bean
    ActionLog actionLog(SchemaDatabase operationsDatabase, Clock clock) {
        return new ActionLog(operationsDatabase, clock);
    }

    @Bean
    PlatformHealth platformHealth(
            CoreStatus core,
            HealthBoard board,
            ObjectProvider<Progress> projections,
            SchemaDatabase operationsDatabase) {
        return new PlatformHealth(core, board, projections.stream().toList(), operationsDatabase.jdbc());
    }

    @Bean
    ProblemBundle operationsProblems() {
        return new ProblemBundle("messages/operations", List.of(OperationsProblem.values()));
    }

    @Bean
    PublicEndpoints operationsEndpoints() {
        return PublicEndpoints.reading("/api/v1/status");
    }
}
