package io.pharos.platform.stream;

import io.pharos.platform.edge.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Channels of one service. Implementations are thread-safe. */
public interface ChannelSource {
    /**
     * Finds a channel by its name, as {@code depth:AAPL}.
     *
     * @param caller null without a session
     * @return empty when the name is none of this service's
     * @throws io.pharos.platform.edge.ProblemException when it is, but cannot be had, as without a session
     */
    Optional<Channel> open(String name, @Nullable Caller caller);
}
