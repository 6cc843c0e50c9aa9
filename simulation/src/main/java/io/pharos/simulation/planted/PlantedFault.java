package io.pharos.simulation.planted;

import io.pharos.simulation.run.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A fault that can be planted.
 *
 * @param name of the fault, unique
 * @param breaks what it breaks, in a few words
 * @param className whose method is changed
 * @param method which; all that have the name
 * @param change of its code
 * @param seenBy the checker that is expected to see it, or several with {@code |} between them
 * @param runs within so many it is seen
 * @param theme of the runs that look for it; null for any
 */
record PlantedFault(
        String name,
        String breaks,
        String className,
        String method,
        CodeChange change,
        String seenBy,
        int runs,
        @Nullable Theme theme) {
    static PlantedFault of(
            String name, String breaks, String className, String method, CodeChange change, String seenBy, int runs) {
        return new PlantedFault(name, breaks, className, method, change, seenBy, runs, null);
    }

    /** The fault, looked for by the runs of a theme. */
    PlantedFault about(Theme of) {
        return new PlantedFault(name, breaks, className, method, change, seenBy, runs, of);
    }
}
