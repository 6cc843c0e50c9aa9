package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Asks for the outcome of a command. Is not itself kept in the duplicate window. */
public final class AskOutcome extends Command {
    /** Client of the command asked about. */
    public long targetClientId;

    /** Id of the command asked about. */
    public long targetCommandId;

    /** Record an unseen command as cancelled before arrival, so that it can never be executed. */
    public boolean fence;

    @Override
    public CommandKind commandKind() {
        return CommandKind.ASK_OUTCOME;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.ASK_OUTCOME.code());
        hash = Mix.pair(hash, targetClientId, targetCommandId);
        hash = Mix.pair(hash, fence ? 1 : 0, 0);
        return hash;
    }
}
