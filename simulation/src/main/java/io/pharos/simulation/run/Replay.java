package io.pharos.simulation.run;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The log of a run, to be applied again to a state machine alone, in part: without network, disks and other members. An id
 * that the core has given out is followed, so what names an order still names it where others are left out.
 */
public interface Replay {
    /** Log entries. */
    int size();

    /**
     * Applies some of the entries, each at its time, under the same checkers.
     *
     * @param kept places of the entries, from 0
     * @return what is violated; null where nothing is
     */
    @Nullable
    Failure run(BitSet kept);
}
