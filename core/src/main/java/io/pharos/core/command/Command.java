package io.pharos.core.command;

import io.pharos.protocol.CommandKind;

/**
 * A command in the core's dialect: a flyweight with public fields that its owner fills anew for each call.
 *
 * <p>Amounts are minor units of their asset, prices ticks, quantities lots, times nanoseconds of log time. Any value may
 * stand in a field; the engine refuses what is out of range.
 */
public abstract class Command {
    /** Who sends, positive; the duplicate window is kept for each client. */
    public long clientId;

    /** Positive and unique for the client; the same id again gets the first outcome again. */
    public long commandId;

    /** Which command this is. */
    public abstract CommandKind commandKind();

    /** A hash of all fields but the ids, by which a repeated id with another body is told from a repetition. */
    public abstract long fingerprint();
}
