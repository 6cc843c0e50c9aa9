package io.pharos.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One service's schema, migrated: the service's database user reaches nothing else.
 *
 * @param schema the service's name
 * @param dataSource a bounded pool; the schema is the search path
 * @param jdbc the client for statements
 * @param transactions runs a unit of work in a transaction (read committed); never call a third party inside
 */
public record SchemaDatabase(String schema, DataSource dataSource, JdbcClient jdbc, TransactionTemplate transactions) {
    static SchemaDatabase of(String schema, DataSource dataSource) {
        return new SchemaDatabase(
                schema,
                dataSource,
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }
}
