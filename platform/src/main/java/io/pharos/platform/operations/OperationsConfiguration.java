package io.pharos.platform.operations;

import io.pharos.platform.core.CoreMembers;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.health.PeerProcesses;
import io.pharos.platform.health.ProcessBoard;
import io.pharos.platform.health.StatusBoard;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.ObjectMapper;

/** Role operations. */
@Configuration(proxyBeanMethods = false)
@Import({OperationsController.class, SettlementOperationsController.class})
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
            CoreMembers members,
            ProcessBoard process,
            PeerProcesses peers,
            SchemaDatabase operationsDatabase,
            Clock clock) {
        return new PlatformHealth(members, process, peers, operationsDatabase.jdbc(), clock);
    }

    @Bean(initMethod = "start")
    StatusChannel statusChannel(StatusBoard status, ObjectMapper json, Clock clock) {
        return new StatusChannel(status::status, json, clock);
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
