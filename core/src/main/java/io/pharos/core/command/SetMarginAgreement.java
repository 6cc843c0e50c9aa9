package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Makes an account a margin account, changes its agreement, or ends it. */
public final class SetMarginAgreement extends Command {
    /** Account of a customer. */
    public long accountId;

    /** Program under which it borrows. */
    public int programId;

    /** The most that it may owe. */
    public long creditLimitMinor;

    /** Yearly rate of interest on what it owes, 0 to 1,000,000. */
    public int ratePpm;

    /** Whether the agreement is in force; it ends only where nothing is owed. */
    public boolean active;

    /** Who sets it. */
    public long staffId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_MARGIN_AGREEMENT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_MARGIN_AGREEMENT.code());
        hash = Mix.pair(hash, accountId, programId);
        hash = Mix.pair(hash, creditLimitMinor, ratePpm);
        hash = Mix.pair(hash, active ? 1 : 0, staffId);
        return hash;
    }
}
