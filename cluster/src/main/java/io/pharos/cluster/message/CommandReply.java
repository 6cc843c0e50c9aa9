package io.pharos.cluster.message;

import io.pharos.protocol.Outcome;

/**
 * The committed answer to a command.
 *
 * @param clientId      whose command it was
 * @param commandId     which command it was
 * @param outcome       what became of it; {@link Outcome#UNKNOWN} only where nobody could be asked
 * @param entityId      the order, transfer, hold, … that it made or changed; 0 for none
 * @param filledLots    for an order, the lots filled so far
 * @param remainingLots for an order, the lots still open
 * @param sequence      of the command's last event; 0 if it emitted none
 */
public record CommandReply(
        long clientId,
        long commandId,
        Outcome outcome,
        long entityId,
        long filledLots,
        long remainingLots,
        long sequence) {

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
