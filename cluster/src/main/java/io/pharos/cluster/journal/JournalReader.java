package io.pharos.cluster.journal;

/**
 * Follows the journal from a position on and gives its events to a consumer, for ever: past the end it waits for more,
 * and when a member fails it goes on with another, from the same sequence. It has one thread of its own.
 */
@SuppressWarnings("DoNotCallSuggester") // until the bodies are there
public final class JournalReader implements AutoCloseable {

    private JournalReader() {}

    /**
     * Starts reading at once, in a thread of this name.
     *
     * @param after    the first event given is the one after this
     * @param consumer called by the reader's thread only
     */
    public static JournalReader open(
            String name, JournalSource source, JournalPosition after, JournalConsumer consumer) {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    public static JournalReader open(String name, JournalSource source, long afterSequence, JournalConsumer consumer) {
        return open(name, source, JournalPosition.after(afterSequence), consumer);
    }

    public JournalStatus status() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Stops after the batch in hand; returns when the consumer will not be called any more. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("comes with the next commits");
    }
}
