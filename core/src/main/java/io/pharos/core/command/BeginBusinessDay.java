package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Begins the next business day of a calendar: what is due on it may be settled. */
public final class BeginBusinessDay extends Command {
    /** Calendar, positive; made by its first day. */
    public int calendarId;

    /** Date as year, month and day: 20261123. Later than the present one, 19000101 to 29991231. */
    public int date;

    @Override
    public CommandKind commandKind() {
        return CommandKind.BEGIN_BUSINESS_DAY;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.BEGIN_BUSINESS_DAY.code());
        hash = Mix.pair(hash, calendarId, date);
        return hash;
    }
}
