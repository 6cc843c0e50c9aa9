package io.pharos.platform.core;

import io.pharos.cluster.client.ClientState;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.platform.health.HealthCheck;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The core's client and journal, for every process with a role that needs them. Its owner closes the connection. */
@Configuration(proxyBeanMethods = false)
public class CoreConnectionConfiguration {
    @Bean(destroyMethod = "")
    CoreClient coreClient(CoreConnection connection) {
        return connection.client();
    }

    @Bean
    JournalSource journalSource(CoreConnection connection) {
        return connection.journal();
    }

    @Bean
    CoreMembers coreMembers(CoreConnection connection, Clock clock) {
        return connection.members(clock);
    }

    @Bean
    CoreCalls coreCalls(CoreClient client) {
        return new CoreCalls(client);
    }

    @Bean
    HealthCheck coreClientCheck(CoreClient client) {
        return new ClientCheck(client);
    }

    private record ClientCheck(CoreClient client) implements HealthCheck {
        @Override
        public String name() {
            return "core-client";
        }

        @Override
        public String role() {
            return "core";
        }

        @Override
        public Health check() {
            int pending = client.pending();
            return client.state() == ClientState.CONNECTED
                    ? Health.up(pending + " commands wait for a reply")
                    : Health.down("no leader found; " + pending + " commands wait");
        }
    }
}
