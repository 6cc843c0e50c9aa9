package io.pharos.benchmarks;

/** How long a benchmark may take. */
public enum Effort {
    /** Seconds: shows that it works, its figures mean little. */
    QUICK,
    /** About a minute for each benchmark. */
    FULL;

    public <T> T choose(T quick, T full) {
        return this == QUICK ? quick : full;
    }
}
