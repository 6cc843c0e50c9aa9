package io.pharos.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One figure of the table.
 *
 * @param name what was measured
 * @param value in {@code unit}
 * @param reference the figure of the limit or peer that was measured in the same run, in the same unit
 * @param ratio value to reference
 * @param goal what is aimed at, as the table prints it; empty if nothing is
 */
public record Measurement(
        String name,
        double value,
        String unit,
        @Nullable Double reference,
        @Nullable Double ratio,
        String goal) {

    /** A figure that stands alone. */
    public static Measurement alone(String name, double value, String unit, String goal) {
        return new Measurement(name, value, unit, null, null, goal);
    }

    /** A figure beside its reference. */
    public static Measurement beside(String name, double value, String unit, double reference, String goal) {
        return new Measurement(name, value, unit, reference, reference == 0 ? null : value / reference, goal);
    }
}
