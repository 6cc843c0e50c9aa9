package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Begins the run that ends a business day, or does a part of what is left of it. */
public final class RunEndOfDay extends Command {
    /** Business calendar. */
    public int calendarId;

    /** The next business day: 20261123. */
    public int date;

    /** Most orders, obligations and accounts to look at, 1 to 10,000. */
    public int itemsMax;

    /** Who runs it; 0 for the clock. */
    public long staffId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.RUN_END_OF_DAY;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.RUN_END_OF_DAY.code());
        hash = Mix.pair(hash, calendarId, date);
        hash = Mix.pair(hash, itemsMax, staffId);
        return hash;
    }
}
