package io.pharos.platform.peer;

import io.pharos.platform.host.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the roles are that this process does not run.
 *
 * @param addresses the base address by role name
 * @param internalSecret what processes of one installation show each other
 */
public record PeerSettings(Map<String, URI> addresses, Secret internalSecret) {
    /** The header that carries the internal secret. */
    public static final String SECRET_HEADER = "X-Pharos-Internal";

    public PeerSettings {
        addresses = Map.copyOf(addresses);
    }

    public Optional<URI> address(String role) {
        return Optional.ofNullable(addresses.get(role));
    }
}
