package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Pays interest, then loans from the oldest on, out of the cash of the account; no more than is owed. */
public final class RepayMarginLoan extends Command {
    /** Account that owes. */
    public long accountId;

    /** The most to be paid. */
    public long amountMinor;

    @Override
    public CommandKind commandKind() {
        return CommandKind.REPAY_MARGIN_LOAN;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REPAY_MARGIN_LOAN.code());
        hash = Mix.pair(hash, accountId, amountMinor);
        return hash;
    }
}
