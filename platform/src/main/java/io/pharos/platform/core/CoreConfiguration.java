package io.pharos.platform.core;

import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberStatus;
import io.pharos.platform.health.HealthCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Role core: a member of the cluster lives in this process. */
@Configuration(proxyBeanMethods = false)
public class CoreConfiguration {
    @Bean
    HealthCheck coreMemberCheck(CoreConnection connection) {
        return new MemberCheck(connection.member().orElseThrow());
    }

    private record MemberCheck(CoreMember member) implements HealthCheck {
        @Override
        public String name() {
            return "core-member";
        }

        @Override
        public String role() {
            return "core";
        }

        @Override
        public Health check() {
            MemberStatus status = member.status();
            String detail = status.role() + ", event " + status.lastSequence();
            return status.isServing() ? Health.up(detail) : Health.down(detail);
        }
    }
}
