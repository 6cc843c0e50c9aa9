package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets how the later trades of an instrument settle. */
public final class SetSettlementRules extends Command {
    /** Account of the house that stands between buyer and seller; 0 while the lag is 0. */
    public long clearingAccountId;

    /** Instrument. */
    public int instrumentId;

    /** Business calendar whose days are counted; 0 while the lag is 0. */
    public int calendarId;

    /** Business days from trade to settlement, 0 to 2; with 0 a trade settles at once. */
    public int lagDays;

    /** Failed days after which a buy-in is recorded, 1 to 30; 0 for never. */
    public int buyInDays;

    /** Whether the proceeds of a sale may be spent on securities before they settle. */
    public boolean proceedsUsable;

    /** Whether what was bought may be sold before it settles. */
    public boolean sameDaySale;

    /** Whether settlement is suspended: what is due fails until it is resumed. */
    public boolean suspended;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_SETTLEMENT_RULES;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_SETTLEMENT_RULES.code());
        hash = Mix.pair(hash, clearingAccountId, instrumentId);
        hash = Mix.pair(hash, calendarId, lagDays);
        hash = Mix.pair(hash, buyInDays, proceedsUsable ? 1 : 0);
        hash = Mix.pair(hash, sameDaySale ? 1 : 0, suspended ? 1 : 0);
        return hash;
    }
}
