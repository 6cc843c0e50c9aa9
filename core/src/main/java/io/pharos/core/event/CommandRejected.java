package io.pharos.core.event;

import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Outcome;

/** A command other than PlaceOrder was refused; nothing changed. */
public final class CommandRejected extends Event {
    /** What it was about: order, hold, account, instrument or asset; 0 for none. */
    public long subjectId;

    /** Failing leg of linked transfers, from 1; else 0. */
    public int legIndex;

    /** Which command. */
    public CommandKind kind = CommandKind.NONE;

    /** The first rule that failed. */
    public Outcome outcome = Outcome.ACCEPTED;
}
