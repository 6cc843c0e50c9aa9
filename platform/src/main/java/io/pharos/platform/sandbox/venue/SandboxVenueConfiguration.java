package io.pharos.platform.sandbox.venue;

import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.host.DataDirectory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sandbox venue: what the catalogue lists at a venue is traded there. */
@Configuration(proxyBeanMethods = false)
public class SandboxVenueConfiguration {
    /** @param port to listen on; 0 for any that is free */
    @Bean
    VenueAcceptor sandboxVenue(
            Catalogue catalogue, DataDirectory data, @Value("${pharos.sandbox.venue.port:0}") int port) {
        Map<String, BigDecimal> references = catalogue.instruments().stream()
                .filter(entry -> entry.venue() != null)
                .collect(Collectors.toMap(
                        entry -> entry.symbol(), entry -> BigDecimal.valueOf(entry.referencePriceTicks(), 2)));
        return new VenueAcceptor(new VenueQuotes(references), data.directory("fix-sandbox"), port);
    }

    @Bean
    SandboxVenueController sandboxVenueController(VenueAcceptor sandboxVenue) {
        return new SandboxVenueController(sandboxVenue);
    }
}
