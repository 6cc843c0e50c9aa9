package io.pharos.core.engine;

import io.pharos.protocol.Outcome;

/** The answer to one command: a flyweight that the engine reuses for each call. */
public final class Reply {
    /** Client of the command that was applied. */
    public long clientId;

    /** Id of the command that was applied. */
    public long commandId;

    /** Executed, or the first rule that failed. Of {@code AskOutcome}: the outcome of the command asked about. */
    public Outcome outcome = Outcome.ACCEPTED;

    /**
     * What the command made or changed: order, transfer, hold, account, asset or instrument; of linked transfers the first
     * transfer or, refused, the failing leg from 1; of a mass cancel how many orders it cancelled; of a digest the digest.
     * 0 where nothing was made.
     */
    public long entityId;

    /** Lots of the order filled so far; 0 for other commands. */
    public long filledLots;

    /** Lots of the order still open after the command; 0 for other commands. */
    public long remainingLots;

    /** Sequence of the last event when the command had been applied. */
    public long sequence;

    /** Whether this repeats the first outcome of a command applied before. */
    public boolean duplicate;
}
