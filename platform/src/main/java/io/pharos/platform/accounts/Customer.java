package io.pharos.platform.accounts;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import java.time.Instant;

/**
 * A customer or a member of staff.
 *
 * @param customerId {@code cus_…}
 * @param accountId the account in the core, from 1000
 * @param language {@code zh-CN} or {@code en}
 * @param accountOpen whether the core has confirmed the account
 */
record Customer(
        String customerId,
        long accountId,
        EmailAddress email,
        String displayName,
        CallerRole role,
        String language,
        ColourScheme colourScheme,
        Theme theme,
        Instant registeredAt,
        boolean accountOpen) {

    Caller caller() {
        return new Caller(customerId, accountId, role);
    }

    /** Which colour rises. AUTO follows the language: red in Chinese, green in English. */
    enum ColourScheme {
        AUTO,
        RISE_RED,
        RISE_GREEN
    }

    /** The ground of the screen. */
    enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
