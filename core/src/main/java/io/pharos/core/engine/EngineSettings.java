package io.pharos.core.engine;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/**
 * The limits of one core. They decide outcomes, so every member of a cluster has the same, and a snapshot is refused by
 * an engine with others.
 *
 * @param assetsMax registered assets, 1 to 65,536
 * @param instrumentsMax registered instruments, 1 to 65,536
 * @param accountsMax registered accounts, 1 to 100,000,000
 * @param holdsMax open holds, 1 to 10,000,000
 * @param openOrdersMax open orders, 1 to 10,000,000
 * @param accountOpenOrdersMax open orders of one account, 1 to {@code openOrdersMax}; bounds the work of a mass cancel
 * @param sweepOrdersMax open orders of an instrument or the firm that a kill switch cancels in one step, 1 to 100,000
 * @param clientsMax clients with a duplicate window, 1 to 65,536
 * @param duplicateWindowMax commands remembered for each client, a power of two, 16 to 2^24
 * @param duplicateWindowNanos log time for which a command is remembered, positive
 */
public record EngineSettings(
        int assetsMax,
        int instrumentsMax,
        int accountsMax,
        int holdsMax,
        int openOrdersMax,
        int accountOpenOrdersMax,
        int sweepOrdersMax,
        int clientsMax,
        int duplicateWindowMax,
        long duplicateWindowNanos) {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    public EngineSettings {
        require(assetsMax, 1, 1 << 16, "assetsMax");
        require(instrumentsMax, 1, 1 << 16, "instrumentsMax");
        require(accountsMax, 1, 100_000_000, "accountsMax");
        require(holdsMax, 1, 10_000_000, "holdsMax");
        require(openOrdersMax, 1, 10_000_000, "openOrdersMax");
        require(accountOpenOrdersMax, 1, openOrdersMax, "accountOpenOrdersMax");
        require(sweepOrdersMax, 1, 100_000, "sweepOrdersMax");
        require(clientsMax, 1, 1 << 16, "clientsMax");
        require(duplicateWindowMax, 16, 1 << 24, "duplicateWindowMax");
        if (Integer.bitCount(duplicateWindowMax) != 1) {
            throw new IllegalArgumentException("duplicateWindowMax must be a power of two: " + duplicateWindowMax);
        }
        if (duplicateWindowNanos <= 0) {
            throw new IllegalArgumentException("duplicateWindowNanos must be positive: " + duplicateWindowNanos);
        }
    }

    /** The limits of a production core; a duplicate window of 131,072 commands and 24 hours for each client. */
    public static EngineSettings defaults() {
        return new EngineSettings(
                4_096, 4_096, 20_000_000, 1_000_000, 2_000_000, 100_000, 2_000, 1_024, 1 << 17, 24 * HOUR_NANOS);
    }

    void save(StateWriter out) {
        out.writeInt(assetsMax);
        out.writeInt(instrumentsMax);
        out.writeInt(accountsMax);
        out.writeInt(holdsMax);
        out.writeInt(openOrdersMax);
        out.writeInt(accountOpenOrdersMax);
        out.writeInt(sweepOrdersMax);
        out.writeInt(clientsMax);
        out.writeInt(duplicateWindowMax);
        out.writeLong(duplicateWindowNanos);
    }

    void requireEqual(StateReader in) {
        Invariant.check(
                assetsMax == in.readInt()
                        && instrumentsMax == in.readInt()
                        && accountsMax == in.readInt()
                        && holdsMax == in.readInt()
                        && openOrdersMax == in.readInt()
                        && accountOpenOrdersMax == in.readInt()
                        && sweepOrdersMax == in.readInt()
                        && clientsMax == in.readInt()
                        && duplicateWindowMax == in.readInt()
                        && duplicateWindowNanos == in.readLong(),
                "the snapshot was made under the same settings");
    }

    private static void require(int value, int min, int max, String name) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must lie between " + min + " and " + max + ": " + value);
        }
    }
}
