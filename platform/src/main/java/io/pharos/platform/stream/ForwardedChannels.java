package io.pharos.platform.stream;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.peer.Peers;
import io.pharos.platform.peer.RoleUnavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channels of a role that does not run in this process. */
public final class ForwardedChannels implements ChannelSource {
    private final String role;
    private final List<String> kinds;
    private final Peers peers;

    /**
     * The channels of {@code role}.
     *
     * @param kinds what stands before the colon of the names, or the whole name
     */
    public ForwardedChannels(String role, List<String> kinds, Peers peers) {
        this.role = role;
        this.kinds = List.copyOf(kinds);
        this.peers = peers;
    }

    @Override
    public Optional<Channel> open(String name, @Nullable Caller caller) {
        int colon = name.indexOf(':');
        if (!kinds.contains(colon < 0 ? name : name.substring(0, colon))) {
            return Optional.empty();
        }
        if (peers.address(role).isEmpty()) {
            throw new RoleUnavailable(role, null, null);
        }
        return Optional.of(new Channel.Forwarded(role));
    }
}
