package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Settles a part of what is due today on a calendar, delivery versus payment. */
public final class SettleDue extends Command {
    /** Calendar. */
    public int calendarId;

    /** The most obligations to look at, 1 to 10,000. */
    public int obligationsMax;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SETTLE_DUE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SETTLE_DUE.code());
        hash = Mix.pair(hash, calendarId, obligationsMax);
        return hash;
    }
}
