package io.pharos.platform.edge;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who makes a request: what a session says of its customer. A controller takes it as a parameter.
 *
 * @param customerId as {@code cus_…}
 * @param accountId the account in the core; for staff an account without balances
 */
public record Caller(String customerId, long accountId, CallerRole role) implements AuthenticatedPrincipal {
    @Override
    public String getName() {
        return customerId;
    }

    /** What a caller may do. */
    public enum CallerRole {
        CUSTOMER,
        STAFF
    }
}
