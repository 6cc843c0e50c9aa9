package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Says which fee schedule an instrument charges, for orders that come later. */
public final class AssignFeeSchedule extends Command {
    /** Instrument. */
    public int instrumentId;

    /** Fee schedule; 0 for the fees of the registration. */
    public int scheduleId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.ASSIGN_FEE_SCHEDULE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.ASSIGN_FEE_SCHEDULE.code());
        hash = Mix.pair(hash, instrumentId, scheduleId);
        return hash;
    }
}
