package io.pharos.core.trading;

import java.util.Arrays;

/** The brackets that exist, used or free. */
final class BracketPool {
    private Bracket[] free = new Bracket[0];
    private int freeCount;

    /** A bracket that is not in use. */
    Bracket take() {
        return freeCount > 0 ? free[--freeCount] : new Bracket();
    }

    void giveBack(Bracket bracket) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(8, freeCount * 2));
        }
        free[freeCount++] = bracket;
    }
}
