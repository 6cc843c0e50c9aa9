package io.pharos.simulation.world;

import java.util.Arrays;

/** Bytes that nobody changes: equal where they are the same. */
final class Bytes {
    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] value;

    /** Takes the array over. */
    Bytes(byte[] value) {
        this.value = value;
    }

    /** The array itself, to be read only. */
    byte[] array() {
        return value;
    }

    int length() {
        return value.length;
    }

    long fingerprint() {
        return RunDigest.of(value, 0, value.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return value.length + " bytes";
    }
}
