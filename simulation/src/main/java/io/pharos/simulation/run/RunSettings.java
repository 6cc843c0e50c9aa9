package io.pharos.simulation.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What one run is: a function of these values, on every machine.
 *
 * @param seed of everything that happens in it
 * @param members of the simulated cluster: 1, 3 or 5
 * @param commands that the clients intend before the faults stop, above 0
 * @param without the faults that do not happen in it
 * @param kept places of the entries of its log, from 1, that are applied again alone; empty for the run itself
 */
public record RunSettings(long seed, int members, int commands, Set<FaultKind> without, List<Integer> kept) {
    /** Commands of a run where nobody says another number. */
    public static final int COMMANDS = 1_000;

    public RunSettings {
        if (members != 1 && members != 3 && members != 5) {
            throw new IllegalArgumentException("members must be 1, 3 or 5: " + members);
        }
        if (commands < 1) {
            throw new IllegalArgumentException("commands must be above 0: " + commands);
        }
        without = Set.copyOf(without);
        kept = List.copyOf(kept);
    }

    /** A run with all its faults. */
    public RunSettings(long seed, int members, int commands) {
        this(seed, members, commands, Set.of(), List.of());
    }

    public RunSettings withMembers(int to) {
        return new RunSettings(seed, to, commands, without, kept);
    }

    public RunSettings withCommands(int to) {
        return new RunSettings(seed, members, to, without, kept);
    }

    /** Spares it a fault more. */
    public RunSettings without(FaultKind fault) {
        Set<FaultKind> more = EnumSet.of(fault);
        more.addAll(without);
        return new RunSettings(seed, members, commands, more, kept);
    }

    public RunSettings keeping(List<Integer> entries) {
        return new RunSettings(seed, members, commands, without, entries);
    }

    /** The command line that runs it again. */
    public String replayCommand() {
        StringBuilder command = new StringBuilder(
                "./pharos simulate --seed " + seed + " --members " + members + " --commands " + commands);
        if (!without.isEmpty()) {
            StringJoiner names = new StringJoiner(",", " --without ", "");
            without.stream().sorted().forEach(fault -> names.add(fault.option()));
            command.append(names);
        }
        if (!kept.isEmpty()) {
            StringJoiner places = new StringJoiner(",", " --keep ", "");
            for (int i = 0; i < kept.size(); i++) {
                int last = i;
                while (last + 1 < kept.size() && kept.get(last + 1) == kept.get(last) + 1) {
                    last++;
                }
                places.add(last == i ? "" + kept.get(i) : kept.get(i) + "-" + kept.get(last));
                i = last;
            }
            command.append(places);
        }
        return command.toString();
    }
}
