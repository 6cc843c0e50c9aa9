package io.pharos.platform.sandbox.participants;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lively the sandbox is.
 *
 * @param enabled whether the participants trade at all
 * @param ordersPerSecond orders and cancels of all participants together, 1 to 200
 * @param seed of their choices; the same seed makes the same choices in the same market
 */
@ConfigurationProperties("pharos.sandbox.participants")
public record ParticipantSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") int ordersPerSecond,
        @DefaultValue("20120621") long seed) {
    public ParticipantSettings {
        if (ordersPerSecond < 1 || ordersPerSecond > 200) {
            throw new IllegalArgumentException("pharos.sandbox.participants.orders-per-second is not 1 to 200");
        }
    }
}
