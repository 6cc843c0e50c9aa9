package io.pharos.platform;

import io.pharos.platform.database.Databases;
import io.pharos.platform.health.HealthCheck;
import io.pharos.platform.health.HealthConfiguration;
import io.pharos.platform.health.RolePlan;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.peer.PeerSettings;
import io.pharos.platform.peer.Peers;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What every process has, whatever its roles. Schemas and their migrations are the business of the database package. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@Import({RoleImports.class, HealthConfiguration.class})
class PlatformConfiguration {
    @Bean
    Peers peers(PeerSettings settings) {
        return new Peers(settings);
    }

    @Bean
    RolePlan rolePlan(Environment environment, PeerSettings peers) {
        Set<Role> local = RoleImports.rolesOf(environment);
        return new RolePlan(
                local.stream().sorted().map(Role::roleName).toList(),
                Arrays.stream(Role.values())
                        .filter(role -> !local.contains(role))
                        .map(Role::roleName)
                        .filter(role -> peers.address(role).isPresent())
                        .toList());
    }

    @Bean
    HealthCheck databaseCheck(Databases databases) {
        return new DatabaseCheck(databases);
    }

    @Bean
    HealthCheck diskCheck(DataDirectory data) {
        return new DiskCheck(data);
    }

    private record DatabaseCheck(Databases databases) implements HealthCheck {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public String role() {
            return "edge";
        }

        @Override
        public Health check() {
            return databases.answers() ? Health.up("answers") : Health.down("does not answer");
        }
    }

    private record DiskCheck(DataDirectory data) implements HealthCheck {
        private static final long FREE_BYTES_LOW = 2L << 30;

        @Override
        public String name() {
            return "disk";
        }

        @Override
        public String role() {
            return "edge";
        }

        @Override
        public boolean required() {
            return false;
        }

        @Override
        public Health check() {
            long free = data.freeBytes();
            String detail = (free >> 20) + " MB free";
            return free < FREE_BYTES_LOW ? Health.degraded(detail) : Health.up(detail);
        }
    }
}
