package io.pharos.cluster.journal;

import io.pharos.cluster.message.CoreEvent;
import java.util.List;

/** Takes the events of the journal, in order, without gap or repetition. */
@FunctionalInterface
public interface JournalConsumer {

    /**
     * Called by the reader's thread. To be exactly once, a projection writes its rows and {@code position.sequence()} in
     * one transaction and opens its next reader from what it stored.
     *
     * @param events   one or more, consecutive; a batch ends where a command's events end
     * @param position after the last of them
     * @throws Exception if they could not be consumed: the reader backs off and gives the same events again
     */
    void onEvents(List<CoreEvent> events, JournalPosition position) throws Exception;
}
