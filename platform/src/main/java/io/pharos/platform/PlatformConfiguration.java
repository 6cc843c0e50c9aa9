package io.pharos.platform;

import io.pharos.platform.peer.PeerSettings;
import io.pharos.platform.peer.Peers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What every process has, whatever its roles. Schemas and their migrations are the business of the database package. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@Import(RoleImports.class)
class PlatformConfiguration {
    @Bean
    Peers peers(PeerSettings settings) {
        return new Peers(settings);
    }
}
