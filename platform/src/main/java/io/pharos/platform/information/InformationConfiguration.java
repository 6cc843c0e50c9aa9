package io.pharos.platform.information;

import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.PublicEndpoints;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Role information. */
@Configuration(proxyBeanMethods = false)
@Import(InformationController.class)
public class InformationConfiguration {
    @Bean
    SchemaDatabase informationDatabase(Databases databases) {
        return databases.open("information");
    }

    @Bean
    InformationTables informationTables(SchemaDatabase informationDatabase) {
        return new InformationTables(informationDatabase);
    }

    @Bean
    ProblemBundle informationProblems() {
        return new ProblemBundle("messages/information", List.of(InformationProblem.values()));
    }

    @Bean
    PublicEndpoints informationEndpoints() {
        return PublicEndpoints.reading("/api/v1/notices", "/api/v1/glossary");
    }
}
