package io.pharos.cluster.member;

import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.transport.AeronTransport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One replica of the core: media driver, archive, consensus module and service, in this process. */
@SuppressWarnings("DoNotCallSuggester") // until the bodies are there
public final class CoreMember implements AutoCloseable {

    private CoreMember() {}

    /**
     * Starts a member. Returns when its parts run; {@link #awaitServing} waits for the rest.
     *
     * @throws StartRefusedException if it must not or cannot start
     */
    public static CoreMember launch(MemberSettings settings) {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /**
     * Waits until it is leader or follower with its log replayed.
     *
     * @return false if that took longer, or it stopped
     */
    public boolean awaitServing(Duration limit) {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    public MemberStatus status() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Its media driver, for clients and readers in the same process. */
    public AeronTransport transport() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Its journal first, then those of the other members. */
    public JournalSource journalSource() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /**
     * Asks the cluster for a snapshot.
     *
     * @return false if this member is not the leader or another snapshot is under way
     */
    public boolean takeSnapshot() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Completes with the reason when the member stops by itself; never otherwise. */
    public CompletionStage<String> whenFailed() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("comes with the next commits");
    }
}
