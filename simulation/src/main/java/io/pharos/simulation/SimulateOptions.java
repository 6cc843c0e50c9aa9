package io.pharos.simulation;

import io.pharos.simulation.run.FaultKind;
import io.pharos.simulation.run.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for; {@code ./pharos simulate --help} says it to users.
 *
 * @param firstSeed of the runs
 * @param seeds how many runs
 * @param minutes run until then instead, where that is above 0
 * @param members of the simulated cluster; 0 to take turns
 * @param commands of one run
 * @param without the faults that do not happen
 * @param kept places of the log entries that are applied again alone; empty for the run itself
 * @param planted run the planted faults instead
 * @param only of these, the ones whose names contain this; empty for all
 */
record SimulateOptions(
        long firstSeed,
        int seeds,
        int minutes,
        int members,
        int commands,
        Set<FaultKind> without,
        List<Integer> kept,
        boolean planted,
        String only,
        @Nullable Path json) {
    /** Runs where nobody says another number. */
    static final int SEEDS = 40;

    /** A command line that cannot be understood; the message is one line. */
    static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }

    static SimulateOptions parse(String... args) {
        Arguments arguments = new Arguments(args);
        long seed = 0;
        boolean oneSeed = false;
        int seeds = SEEDS;
        int minutes = 0;
        int members = 0;
        int commands = RunSettings.COMMANDS;
        Set<FaultKind> without = EnumSet.noneOf(FaultKind.class);
        List<Integer> kept = List.of();
        boolean planted = false;
        String only = "";
        Path json = null;
        while (arguments.hasNext()) {
            switch (arguments.name()) {
                case "--seeds" -> seeds = (int) arguments.number(1, 10_000_000);
                case "--seed" -> {
                    seed = arguments.number(Long.MIN_VALUE, Long.MAX_VALUE);
                    oneSeed = true;
                }
                case "--minutes" -> minutes = (int) arguments.number(1, 100_000);
                case "--members" -> {
                    members = (int) arguments.number(1, 5);
                    if (members % 2 == 0) {
                        throw new UsageException("--members is 1, 3 or 5");
                    }
                }
                case "--commands" -> commands = (int) arguments.number(1, 1_000_000);
                case "--without" -> without = arguments.faults();
                case "--keep" -> kept = arguments.places();
                case "--planted" -> planted = true;
                case "--only" -> only = arguments.value();
                case "--json" -> json = Path.of(arguments.value());
                default -> throw new UsageException("unknown option " + arguments.name);
            }
        }
        boolean onlyThatSeed = oneSeed && seeds == SEEDS && minutes == 0;
        return new SimulateOptions(
                oneSeed ? seed : 1,
                onlyThatSeed ? 1 : seeds,
                minutes,
                members,
                commands,
                without,
                kept,
                planted,
                only,
                json);
    }

    /** With planted faults: seeds to try beyond those that a fault states. */
    int plantedSeedsMore() {
        return seeds == SEEDS ? 0 : seeds;
    }

    /** Whether it is one run, which a digest identifies. */
    boolean runsOne() {
        return seeds == 1 && minutes == 0;
    }

    /** The settings of the run of a seed: without a number of members they take turns. */
    RunSettings run(long seed) {
        int[] turns = {3, 1, 3, 5};
        int size = members == 0 ? turns[(int) Math.floorMod(seed, 4L)] : members;
        return new RunSettings(seed, size, commands, without, kept);
    }

    private static final class Arguments {
        private final String[] args;
        private int next;
        private String name = "";
        private @Nullable String inline;

        Arguments(String... args) {
            this.args = args;
        }

        boolean hasNext() {
            return next < args.length;
        }

        String name() {
            String arg = args[next++];
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            name = equals < 0 ? arg : arg.substring(0, equals);
            inline = equals < 0 ? null : arg.substring(equals + 1);
            return name;
        }

        String value() {
            if (inline != null) {
                return inline;
            }
            if (!hasNext()) {
                throw new UsageException(name + " needs a value");
            }
            return args[next++];
        }

        Set<FaultKind> faults() {
            Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
            for (String name : value().split(",", -1)) {
                faults.add(Stream.of(FaultKind.values())
                        .filter(fault -> fault.option().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UsageException("no such fault: " + name)));
            }
            return faults;
        }

        /** Places such as {@code 1-4,9}. */
        List<Integer> places() {
            String value = value();
            List<Integer> places = new ArrayList<>();
            for (String range : value.split(",", -1)) {
                String[] ends = range.split("-", 2);
                try {
                    int last = Integer.parseInt(ends[ends.length - 1]);
                    for (int place = Integer.parseInt(ends[0]); place <= last && place > 0; place++) {
                        places.add(place);
                    }
                } catch (NumberFormatException notANumber) {
                    throw new UsageException(name + " is not a list of places such as 1-4,9: " + value);
                }
            }
            return places;
        }

        long number(long min, long max) {
            String value = value();
            try {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new UsageException(name + " is not a whole number: " + value);
            }
            throw new UsageException(name + " is outside " + min + " to " + max + ": " + value);
        }
    }
}
