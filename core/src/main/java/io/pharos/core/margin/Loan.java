package io.pharos.core.margin;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/** What an account owes for its purchases of one instrument. Reused once it is paid back. */
final class Loan {
    int instrumentId;

    /** Age among the loans of the account: the smaller, the older. */
    long number;

    /** Spent and not paid back. */
    long principalMinor;

    /** Lent to open orders and not spent. */
    long reservedMinor;

    /** Proceeds of sales of the instrument that are to pay it and have not come, or not been taken, yet. */
    long dueMinor;

    void begin(int instrumentId, long number) {
        this.instrumentId = instrumentId;
        this.number = number;
        principalMinor = 0;
        reservedMinor = 0;
        dueMinor = 0;
    }

    boolean isOver() {
        return (principalMinor | reservedMinor) == 0;
    }

    long mixInto(long hash) {
        long mixed = Mix.pair(hash, instrumentId, number);
        mixed = Mix.pair(mixed, principalMinor, reservedMinor);
        return Mix.pair(mixed, dueMinor, 0);
    }

    void save(StateWriter out) {
        out.writeInt(instrumentId);
        out.writeLong(number);
        out.writeLong(principalMinor);
        out.writeLong(reservedMinor);
        out.writeLong(dueMinor);
    }

    void load(StateReader in) {
        instrumentId = in.readInt();
        number = in.readLong();
        principalMinor = in.readLong();
        reservedMinor = in.readLong();
        dueMinor = in.readLong();
        Invariant.check(
                principalMinor >= 0 && reservedMinor >= 0 && dueMinor >= 0 && !isOver(),
                "a loan in the snapshot is owed or lent to an order");
    }
}
