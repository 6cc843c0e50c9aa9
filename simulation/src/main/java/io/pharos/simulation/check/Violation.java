package io.pharos.simulation.check;

/** What must never happen has happened. */
public final class Violation extends RuntimeException {
    private final String checker;

    public Violation(String checker, String what) {
        super(what);
        this.checker = checker;
    }

    /** Which checker saw it. */
    public String checker() {
        return checker;
    }

    static void unless(boolean holds, String checker, String what) {
        if (!holds) {
            throw new Violation(checker, what);
        }
    }
}
