package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;

/**
 * Adds up, for an audit, what each open order and hold holds and what each open obligation claims and owes, and compares
 * it with the balances.
 */
public final class HeldTally {
    private final Balances balances;
    private final long[] heldMinor;
    private final long[] unsettledInMinor;
    private final long[] unsettledOutMinor;

    HeldTally(Balances balances) {
        this.balances = balances;
        heldMinor = new long[balances.size()];
        unsettledInMinor = new long[balances.size()];
        unsettledOutMinor = new long[balances.size()];
    }

    /** Adds what one order or hold holds. */
    public void add(int slot, long amountMinor) {
        heldMinor[slot] += amountMinor;
    }

    /** Adds what one obligation claims and owes. */
    public void addUnsettled(int slot, long inMinor, long outMinor) {
        unsettledInMinor[slot] += inMinor;
        unsettledOutMinor[slot] += outMinor;
    }

    void check() {
        for (int slot = 0; slot < heldMinor.length; slot++) {
            Invariant.check(
                    heldMinor[slot] == balances.heldMinor(slot), "a held balance equals its open orders and holds");
            Invariant.check(
                    unsettledInMinor[slot] == balances.unsettledInMinor(slot)
                            && unsettledOutMinor[slot] == balances.unsettledOutMinor(slot),
                    "an unsettled balance equals its open obligations");
        }
    }
}
