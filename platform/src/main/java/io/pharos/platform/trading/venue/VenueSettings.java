package io.pharos.platform.trading.venue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The FIX connection to the venue of the catalogue.
 *
 * @param venueId the core's number for it
 * @param host absent: the sandbox venue of this process, if there is one
 * @param senderCompId what the venue calls us (FIX 49)
 * @param targetCompId what the venue calls itself (FIX 56)
 * @param answerTimeout after which an unanswered request counts as unknown
 * @param askPause between two questions about the same order
 */
@ConfigurationProperties("pharos.venue")
public record VenueSettings(
        @DefaultValue("1") int venueId,
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("PHAROS") String senderCompId,
        @DefaultValue("SANDBOX") String targetCompId,
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("5s") Duration askPause) {}
