package io.pharos.core.state;

/** Always-on checks of what must hold. Wrong money is worse than no service. */
public final class Invariant {
    private Invariant() {}

    /** Halts the replica where the condition does not hold. The text is a constant, so that the check costs nothing. */
    public static void check(boolean condition, String invariant) {
        if (!condition) {
            throw new InvariantViolation(invariant);
        }
    }
}
