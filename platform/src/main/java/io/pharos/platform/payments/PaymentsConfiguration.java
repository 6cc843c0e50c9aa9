package io.pharos.platform.payments;

import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.CatalogueRegistration;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.health.HealthCheck;
import io.pharos.platform.peer.PeerSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Role payments. */
@Configuration(proxyBeanMethods = false)
@Import(PaymentController.class)
public class PaymentsConfiguration {
    @Bean
    SchemaDatabase paymentsDatabase(Databases databases) {
        return databases.open("payments");
    }

    @Bean
    PaymentTable paymentTable(SchemaDatabase paymentsDatabase) {
        return new PaymentTable(paymentsDatabase);
    }

    /** The bank of {@code pharos.payments.bank}, or the sandbox's: in this process, or where its role is. */
    @Bean
    HttpBank bank(Environment environment, PeerSettings peers) {
        return new HttpBank(() -> address(environment, peers), peers.internalSecret());
    }

    /** The catalogue's registration comes first: a payment that was cut off goes on with assets that the core knows. */
    @Bean
    PaymentProcess paymentProcess(
            PaymentTable payments,
            HttpBank bank,
            CoreCalls core,
            Catalogue catalogue,
            Clock clock,
            ApplicationEventPublisher written,
            CatalogueRegistration registered) {
        return new PaymentProcess(payments, bank, core, catalogue, clock, written);
    }

    @Bean
    PaymentWorker paymentWorker(PaymentTable payments, PaymentProcess process, Clock clock) {
        return new PaymentWorker(payments, process, clock);
    }

    @Bean
    ProblemBundle paymentProblems() {
        return new ProblemBundle("messages/payments", List.of(PaymentProblem.values()));
    }

    @Bean
    HealthCheck bankCheck(HttpBank bank, PaymentTable payments) {
        return new BankCheck(bank, payments);
    }

    private static URI address(Environment environment, PeerSettings peers) {
        String configured = environment.getProperty("pharos.payments.bank");
        if (configured != null) {
            return URI.create(configured);
        }
        return peers.address("sandbox")
                .map(peer -> peer.resolve("/sandbox/bank"))
                .orElseGet(() -> URI.create(
                        "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/sandbox/bank"));
    }

    private record BankCheck(HttpBank bank, PaymentTable payments) implements HealthCheck {
        @Override
        public String name() {
            return "bank";
        }

        @Override
        public String role() {
            return "payments";
        }

        @Override
        public boolean required() {
            return false;
        }

        @Override
        public Health check() {
            int unknown = payments.unknown();
            String detail = unknown + " payments wait for the bank's word";
            return bank.isTrusted() && unknown == 0 ? Health.up(detail) : Health.degraded(detail);
        }
    }
}
