package io.pharos.platform.sandbox.bank;

import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sandbox bank. */
@Configuration(proxyBeanMethods = false)
@Import(BankController.class)
public class BankConfiguration {
    @Bean
    SchemaDatabase sandboxDatabase(Databases databases) {
        return databases.open("sandbox");
    }

    @Bean
    BankBooks bankBooks(SchemaDatabase sandboxDatabase) {
        return new BankBooks(sandboxDatabase);
    }
}
