package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** 1 to 64 transfers, applied in order, all or none. A later leg may spend what an earlier one brought. */
public final class LinkedTransfers extends Command {
    /** The most legs that one command carries. */
    public static final int LEGS_MAX = 64;

    private final Transfer[] legs = new Transfer[LEGS_MAX];
    private int legCount;

    public LinkedTransfers() {
        for (int i = 0; i < LEGS_MAX; i++) {
            legs[i] = new Transfer();
        }
    }

    /** Says how many legs the wire carries; the engine refuses 0 and more than {@link #LEGS_MAX}. */
    public void legCount(int legCount) {
        this.legCount = legCount;
    }

    /** How many legs the wire carries. */
    public int legCount() {
        return legCount;
    }

    /** A leg, from 0 to {@link #LEGS_MAX} - 1, to fill or read; its client and command ids are not used. */
    public Transfer leg(int index) {
        return legs[index];
    }

    @Override
    public CommandKind commandKind() {
        return CommandKind.LINKED_TRANSFERS;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.pair(Mix.start(CommandKind.LINKED_TRANSFERS.code()), legCount, 0);
        for (int i = 0; i < legCount && i < LEGS_MAX; i++) {
            hash = Mix.pair(hash, legs[i].fingerprint(), 0);
        }
        return hash;
    }
}
