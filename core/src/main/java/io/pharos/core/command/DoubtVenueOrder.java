package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** The venue did not answer a request in time: its outcome is not known until the venue is asked. A request that was
 * answered meanwhile is not doubted. */
public final class DoubtVenueOrder extends Command {
    /** Order. */
    public long orderId;

    /** The request that waits for an answer. */
    public int requestNumber;

    @Override
    public CommandKind commandKind() {
        return CommandKind.DOUBT_VENUE_ORDER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.DOUBT_VENUE_ORDER.code());
        hash = Mix.pair(hash, orderId, requestNumber);
        return hash;
    }
}
