package io.pharos.simulation.run;

import java.util.List;

/** The one source of chance of a run (SplitMix64): a function of its seed on every machine. */
public final class Seeded {
    private long state;

    public Seeded(long seed) {
        state = seed;
    }

    /** Any long. */
    public long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From the lowest to the highest, both included. */
    public long between(long lowest, long highest) {
        return lowest + Long.remainderUnsigned(next(), highest - lowest + 1);
    }

    /** True in so many of 100 cases. */
    public boolean percent(int percent) {
        return below(100) < percent;
    }

    /** True in so many of 1,000,000 cases. */
    public boolean ppm(int ppm) {
        return below(1_000_000) < ppm;
    }

    /** One of a list. */
    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of these. */
    public int oneOf(int... values) {
        return values[below(values.length)];
    }
}
