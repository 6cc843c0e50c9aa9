package io.pharos.platform.accounts;

import io.pharos.platform.catalogue.CatalogueRegistration;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.edge.PublicEndpoints.Endpoint;
import io.pharos.platform.host.DataDirectory;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Role accounts. */
@Configuration(proxyBeanMethods = false)
@Import({AccountController.class, SecurityController.class})
public class AccountsConfiguration {
    @Bean
    SchemaDatabase accountsDatabase(Databases databases) {
        return databases.open("accounts");
    }

    @Bean
    CustomerTable customerTable(SchemaDatabase accountsDatabase) {
        return new CustomerTable(accountsDatabase);
    }

    @Bean
    SecondFactor secondFactor(SchemaDatabase accountsDatabase, DataDirectory data, Clock clock) {
        return new SecondFactor(new SecondFactorTable(accountsDatabase), SecretCipher.of(data), clock);
    }

    @Bean
    SecurityEvents securityEvents(SchemaDatabase accountsDatabase, Clock clock) {
        return new SecurityEvents(accountsDatabase, clock);
    }

    @Bean
    Accounts accounts(
            CustomerTable customers, SecondFactor secondFactor, SecurityEvents events, CoreCalls core, Clock clock) {
        return new Accounts(customers, new PasswordHasher(), secondFactor, events, core, clock);
    }

    /** The registration of the catalogue comes first: staff sign in to a core that knows its assets. */
    @Bean
    StaffAccount staffAccount(
            Accounts accounts, CustomerTable customers, DataDirectory data, CatalogueRegistration registered) {
        return new StaffAccount(accounts, customers, data);
    }

    @Bean
    ProblemBundle accountProblems() {
        return new ProblemBundle("messages/accounts", List.of(AccountProblem.values()));
    }

    @Bean
    PublicEndpoints accountEndpoints() {
        return PublicEndpoints.of(
                new Endpoint(HttpMethod.POST, "/api/v1/registrations"),
                new Endpoint(HttpMethod.POST, "/api/v1/session"),
                new Endpoint(HttpMethod.GET, "/api/v1/session"),
                new Endpoint(HttpMethod.DELETE, "/api/v1/session"));
    }
}
