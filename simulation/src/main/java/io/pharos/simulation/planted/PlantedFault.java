package io.pharos.simulation.planted;

/**
 * A fault that can be planted.
 *
 * @param name of the fault, unique
 * @param breaks what it breaks, in a few words
 * @param className whose method is changed
 * @param method which; all that have the name
 * @param change of its code
 * @param seenBy the checker that is expected to see it, or several with {@code |} between them
 * @param seeds within so many it is seen
 */
record PlantedFault(
        String name, String breaks, String className, String method, CodeChange change, String seenBy, int seeds) {
    static PlantedFault of(
            String name, String breaks, String className, String method, CodeChange change, String seenBy, int seeds) {
        return new PlantedFault(name, breaks, className, method, change, seenBy, seeds);
    }
}
