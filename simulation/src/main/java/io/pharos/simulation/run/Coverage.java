package io.pharos.simulation.run;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.EndOfDayStage;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.TimeInForce;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often what was reached. What there is to be reached comes from the protocol's enumerations, so a new command, outcome
 * or phase shows as uncovered by itself.
 */
public final class Coverage {
    private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();

    public Coverage() {
        Stream.of(CommandKind.values())
                .filter(kind -> kind != CommandKind.NONE)
                .forEach(kind -> declare("command", kind));
        Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.UNKNOWN)
                .forEach(outcome -> declare("outcome", outcome));
        Stream.of(CancelReason.values())
                .filter(reason -> reason != CancelReason.NONE)
                .forEach(reason -> declare("cancel reason", reason));
        Stream.of(OrderType.values())
                .filter(type -> type != OrderType.NONE)
                .forEach(type -> declare("order type", type));
        Stream.of(PostingCode.values())
                .filter(code -> code != PostingCode.NONE)
                .forEach(code -> declare("posting code", code));
        Stream.of(CorporateActionStage.values())
                .filter(stage -> stage != CorporateActionStage.NONE && stage != CorporateActionStage.ANNOUNCED)
                .forEach(stage -> declare("action stage", stage));
        Stream.of(CorporateActionKind.values())
                .filter(kind -> kind != CorporateActionKind.NONE && kind != CorporateActionKind.DELISTING)
                .forEach(kind -> declare("action paid", kind));
        Stream.of(EndOfDayStage.values())
                .filter(stage -> stage != EndOfDayStage.NONE)
                .forEach(stage -> declare("end-of-day stage", stage));
        Stream.of(TimeInForce.values())
                .filter(time -> time != TimeInForce.NONE)
                .forEach(time -> declare("time in force", time));
        for (Class<?> command : CoreCommand.class.getPermittedSubclasses()) {
            if (namesAnInstrument(command)) {
                Stream.of(Phase.values())
                        .filter(phase -> phase != Phase.NONE)
                        .forEach(phase -> of("command in phase").put(pair(kind(command), phase), 0L));
            }
        }
    }

    /** Counts a value; of an item that was not declared, too. */
    public void count(String item, Enum<?> value) {
        of(item).merge(value.name(), 1L, Long::sum);
    }

    /** Counts a command that met an instrument in a phase. */
    public void count(CommandKind kind, Phase phase) {
        of("command in phase").merge(pair(kind.name(), phase), 1L, Long::sum);
    }

    /** Adds what another run reached. */
    public void add(Coverage other) {
        other.counts.forEach(
                (item, values) -> values.forEach((value, count) -> of(item).merge(value, count, Long::sum)));
    }

    /** Counts by item, then value. */
    public SortedMap<String, SortedMap<String, Long>> counts() {
        return counts;
    }

    /** What was never reached of an item. */
    public List<String> uncovered(String item) {
        List<String> names = new ArrayList<>();
        of(item).forEach((value, count) -> {
            if (count == 0) {
                names.add(value);
            }
        });
        return names;
    }

    /** The name of the command kind of a command's class: {@code PlaceOrder} is {@code PLACE_ORDER}. */
    static String kind(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean namesAnInstrument(Class<?> command) {
        RecordComponent[] components = command.getRecordComponents();
        boolean registers = command == CoreCommand.RegisterInstrument.class;
        return !registers
                && components != null
                && Arrays.stream(components)
                        .anyMatch(component -> component.getName().equals("instrumentId")
                                || component.getName().equals("orderId"));
    }

    private static String pair(String kind, Phase phase) {
        return kind + " in " + phase;
    }

    private void declare(String item, Enum<?> value) {
        of(item).put(value.name(), 0L);
    }

    private SortedMap<String, Long> of(String item) {
        return counts.computeIfAbsent(item, unused -> new TreeMap<>());
    }
}
