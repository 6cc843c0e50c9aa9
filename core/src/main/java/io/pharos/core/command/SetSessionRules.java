package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets the calendar, the collars and the auctions of an instrument. */
public final class SetSessionRules extends Command {
    /** How long a call lasts that a collar or a market-wide halt brings about, nanoseconds, 1 second to 1 day; 0 without collars means 2 minutes after a halt. */
    public long interruptionNanos;

    /** Instrument. */
    public int instrumentId;

    /** Calendar that says its phases; 0 for none. */
    public int calendarId;

    /** How far a trade may be from the last price before the order came, parts per million; 0 for any. */
    public int dynamicCollarPpm;

    /** How far a trade may be from the last auction price, or else the reference price, parts per million; 0 for any. */
    public int staticCollarPpm;

    /** Whether orders may not be cancelled or changed during opening and closing auction. */
    public boolean locksAuctions;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_SESSION_RULES;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_SESSION_RULES.code());
        hash = Mix.pair(hash, interruptionNanos, instrumentId);
        hash = Mix.pair(hash, calendarId, dynamicCollarPpm);
        hash = Mix.pair(hash, staticCollarPpm, locksAuctions ? 1 : 0);
        return hash;
    }
}
