package io.pharos.platform.catalogue;

import static java.util.Objects.requireNonNull;

import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.core.CoreConnection;
import io.pharos.platform.host.DataDirectory;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue, for every process that reaches the core. The process with the core's member registers it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Catalogue.class)
public class CatalogueConfiguration {
    @Bean
    CatalogueRegistration catalogueRegistration(
            Catalogue catalogue, CoreCalls core, CoreConnection connection, DataDirectory data) {
        CatalogueRegistration registration = new CatalogueRegistration(catalogue, core, data);
        if (connection.member().isPresent()) {
            registration.run();
        }
        return registration;
    }

    @Bean
    SessionPlanner sessionPlanner(
            Catalogue catalogue,
            CatalogueRegistration registered,
            CoreCalls core,
            CoreConnection connection,
            Clock clock) {
        requireNonNull(registered);
        List<BusinessCalendar> planned = connection.member().isPresent() ? catalogue.phaseCalendars() : List.of();
        return new SessionPlanner(planned, core, clock);
    }
}
