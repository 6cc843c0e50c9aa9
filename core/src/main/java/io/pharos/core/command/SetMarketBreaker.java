package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets when the instruments of a calendar are halted together. */
public final class SetMarketBreaker extends Command {
    /** How long the first halt lasts, nanoseconds. */
    public long haltNanos;

    /** Calendar. */
    public int calendarId;

    /** Mean move of the instruments from their reference prices, up or down, parts per million, that halts them for a time; 0 for never. */
    public int haltMovePpm;

    /** Mean move that halts them until they close; 0 for never. */
    public int closeMovePpm;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_MARKET_BREAKER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_MARKET_BREAKER.code());
        hash = Mix.pair(hash, haltNanos, calendarId);
        hash = Mix.pair(hash, haltMovePpm, closeMovePpm);
        return hash;
    }
}
