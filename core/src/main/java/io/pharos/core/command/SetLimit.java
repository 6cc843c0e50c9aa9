package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;

/** Sets a risk limit. The same value again is accepted and changes nothing. */
public final class SetLimit extends Command {
    /** The {@link #value} that lets the default of the scope, or none, count again. */
    public static final long INHERIT = -1;

    /** Account or instrument; 0 for the firm, and for the default of all customers or instruments. */
    public long subjectId;

    /** The most that is allowed, in the unit of the kind; 0 for no limit, -1 ({@link #INHERIT}) for the default. */
    public long value;

    /** Who sets it; opaque to the core. */
    public long staffId;

    /** Why; opaque to the core. */
    public int reasonCode;

    /** Over what it stands. */
    public RiskScope scope = RiskScope.NONE;

    /** What it bounds. */
    public LimitKind limitKind = LimitKind.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_LIMIT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_LIMIT.code());
        hash = Mix.pair(hash, subjectId, value);
        hash = Mix.pair(hash, staffId, reasonCode);
        hash = Mix.pair(hash, scope.code(), limitKind.code());
        return hash;
    }
}
