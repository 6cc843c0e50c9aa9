package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;

/** Adds up, for an audit, what each open order and hold holds, and compares it with the held balances. */
public final class HeldTally {
    private final Balances balances;
    private final long[] heldMinor;

    HeldTally(Balances balances) {
        this.balances = balances;
        heldMinor = new long[balances.size()];
    }

    /** Adds what one order or hold holds. */
    public void add(int slot, long amountMinor) {
        heldMinor[slot] += amountMinor;
    }

    void check() {
        for (int slot = 0; slot < heldMinor.length; slot++) {
            Invariant.check(
                    heldMinor[slot] == balances.heldMinor(slot), "a held balance equals its open orders and holds");
        }
    }
}
