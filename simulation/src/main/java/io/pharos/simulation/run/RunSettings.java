package io.pharos.simulation.run;

/**
 * What one run is: a function of these three numbers, on every machine.
 *
 * @param seed of everything that happens in it
 * @param members of the simulated cluster: 1, 3 or 5
 * @param commands that the clients intend before the faults stop, above 0
 */
public record RunSettings(long seed, int members, int commands) {
    /** Commands of a run where nobody says another number. */
    public static final int COMMANDS = 1_000;

    public RunSettings {
        if (members != 1 && members != 3 && members != 5) {
            throw new IllegalArgumentException("members must be 1, 3 or 5: " + members);
        }
        if (commands < 1) {
            throw new IllegalArgumentException("commands must be above 0: " + commands);
        }
    }

    /** The command line that runs it again. */
    public String replayCommand() {
        return "./pharos simulate --seed " + seed + " --members " + members + " --commands " + commands;
    }
}
