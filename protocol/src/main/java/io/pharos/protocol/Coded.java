package io.pharos.protocol;

import java.util.Arrays;

/** An enumeration value with a stable code on the wire and in stored state. */
public interface Coded {
    /** The code, never renumbered and never reused. */
    short code();

    /** The values by code; gaps hold the first value, which stands for "none". */
    static <E extends Coded> E[] byCode(E[] values) {
        int codeMax = 0;
        for (E value : values) {
            codeMax = Math.max(codeMax, value.code());
        }
        E[] byCode = Arrays.copyOf(values, codeMax + 1);
        Arrays.fill(byCode, values[0]);
        for (E value : values) {
            byCode[value.code()] = value;
        }
        return byCode;
    }
}
