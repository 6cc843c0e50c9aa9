package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets what an instrument counts as margin, and whether it may be bought with borrowed cash. */
public final class SetMarginTerms extends Command {
    /** Instrument. */
    public int instrumentId;

    /** What a unit of its market value counts as margin: the conversion rate, 0 to 1,000,000. */
    public int conversionPpm;

    /** Initial margin ratio: margin for what is borrowed to buy it, 1 to 10,000,000. */
    public int initialPpm;

    /** Whether its holdings are collateral at all. */
    public boolean collateral;

    /** Whether it may be bought with borrowed cash; only collateral may. */
    public boolean financing;

    /** Who sets it. */
    public long staffId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_MARGIN_TERMS;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_MARGIN_TERMS.code());
        hash = Mix.pair(hash, instrumentId, conversionPpm);
        hash = Mix.pair(hash, initialPpm, collateral ? 1 : 0);
        hash = Mix.pair(hash, financing ? 1 : 0, staffId);
        return hash;
    }
}
