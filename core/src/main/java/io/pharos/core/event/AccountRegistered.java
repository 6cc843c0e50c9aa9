package io.pharos.core.event;

import io.pharos.protocol.AccountKind;

/** An account exists from now on. */
public final class AccountRegistered extends Event {
    /** Account. */
    public long accountId;

    /** Customer or house. */
    public AccountKind kind = AccountKind.NONE;
}
