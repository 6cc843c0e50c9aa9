package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.CommandKind;

/** Registers an account. The same fields again are accepted and change nothing. */
public final class RegisterAccount extends Command {
    /** Positive, chosen by the caller. */
    public long accountId;

    /** A customer never goes below zero, a house account may. */
    public AccountKind kind = AccountKind.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.REGISTER_ACCOUNT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REGISTER_ACCOUNT.code());
        hash = Mix.pair(hash, accountId, kind.code());
        return hash;
    }
}
