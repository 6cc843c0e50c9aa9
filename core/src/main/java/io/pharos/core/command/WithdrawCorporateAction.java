package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Withdraws a corporate action before its ex date. */
public final class WithdrawCorporateAction extends Command {
    /** Action. */
    public long actionId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.WITHDRAW_CORPORATE_ACTION;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.WITHDRAW_CORPORATE_ACTION.code());
        hash = Mix.pair(hash, actionId, 0);
        return hash;
    }
}
