package io.pharos.platform.core;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The interface that role core publishes: how its member stands. */
@HttpExchange
public interface CoreStatus {
    /** The member of the process that answers. */
    @GetExchange("/internal/core/member")
    Member member();

    /**
     * How a member stands.
     *
     * @param role LEADER, FOLLOWER, or what it does before it is either
     * @param leaderMemberId −1 if none is known
     * @param logPosition what it has applied, in bytes of the log
     * @param lastSequence of the last event that it emitted
     * @param journalLag events that are not durable in its journal yet
     * @param digests of its state, the newest last: equal on all members at equal sequences
     * @param errors of this run, in words
     */
    record Member(
            int memberId,
            String role,
            int leaderMemberId,
            long commitPosition,
            long logPosition,
            long lastSequence,
            long journalLag,
            List<Digest> digests,
            List<String> errors) {}

    /**
     * The digest of all state after an event.
     *
     * @param digest 16 hexadecimal digits
     */
    record Digest(long sequence, String digest) {}
}
