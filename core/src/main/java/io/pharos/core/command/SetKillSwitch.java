package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.RiskScope;

/**
 * Engages a kill switch, which cancels every open order of its scope and blocks new and changed ones, or releases it. The
 * same again is accepted and changes nothing.
 */
public final class SetKillSwitch extends Command {
    /** Account or instrument; 0 for the firm. */
    public long subjectId;

    /** Who does it; opaque to the core. */
    public long staffId;

    /** Why; opaque to the core. */
    public int reasonCode;

    /** Over what it stands. */
    public RiskScope scope = RiskScope.NONE;

    /** Whether to engage it, or to release it. */
    public boolean engaged;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_KILL_SWITCH;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_KILL_SWITCH.code());
        hash = Mix.pair(hash, subjectId, staffId);
        hash = Mix.pair(hash, reasonCode, scope.code());
        hash = Mix.pair(hash, engaged ? 1 : 0, 0);
        return hash;
    }
}
