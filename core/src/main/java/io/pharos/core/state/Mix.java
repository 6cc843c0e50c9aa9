package io.pharos.core.state;

/**
 * Hashing of records for the digest and for command fingerprints: 128-bit multiplication folded to 64 bits, after wyhash
 * (Wang Yi). Guards against accidents, not against an adversary who chooses the records.
 *
 * <p>The digest of a set is the sum of the hashes of its records modulo 2^64: it does not depend on an order, and
 * a record is replaced by subtracting its old hash and adding the new one.
 */
public final class Mix {
    private static final long SECRET_0 = 0xa0761d6478bd642fL;
    private static final long SECRET_1 = 0xe7037ed1a0b428dbL;
    private static final long SECRET_2 = 0x8ebc6af09c88c6e3L;

    private Mix() {}

    /** The first value of a chain; the tag tells kinds of records apart. */
    public static long start(long tag) {
        return fold(tag ^ SECRET_2, SECRET_0);
    }

    /** Adds two values to a chain. */
    public static long pair(long hash, long first, long second) {
        return fold(first ^ SECRET_0 ^ hash, second ^ SECRET_1) + (hash ^ SECRET_2);
    }

    /** The hash of a short text. */
    public static long text(String text) {
        long hash = start(text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = pair(hash, text.charAt(i), i);
        }
        return hash;
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }
}
