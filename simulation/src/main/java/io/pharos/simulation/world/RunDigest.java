package io.pharos.simulation.world;

/** What happened in a run, in order, as one number: two runs of a seed must have the same. */
final class RunDigest {
    private static final long PRIME = 0x100000001b3L;

    private long value = 0xcbf29ce484222325L;

    void add(long first, long second) {
        value = mix(mix(value, first), second);
    }

    long value() {
        return value;
    }

    /** A fingerprint of bytes. */
    static long of(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
        }
        return mix(hash, to - from);
    }

    static long mix(long hash, long more) {
        long mixed = (hash ^ more) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
