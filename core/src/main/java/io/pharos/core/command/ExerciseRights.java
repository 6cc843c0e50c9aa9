package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Subscribes new units by rights. */
public final class ExerciseRights extends Command {
    /** Account. */
    public long accountId;

    /** The rights issue. */
    public long actionId;

    /** Rights, one for each minor unit subscribed. */
    public long quantityMinor;

    @Override
    public CommandKind commandKind() {
        return CommandKind.EXERCISE_RIGHTS;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.EXERCISE_RIGHTS.code());
        hash = Mix.pair(hash, accountId, actionId);
        hash = Mix.pair(hash, quantityMinor, 0);
        return hash;
    }
}
