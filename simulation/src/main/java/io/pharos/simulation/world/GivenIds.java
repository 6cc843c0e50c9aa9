package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the ids that the core gives out, from a run to a part of it applied again: what was the third new order of an entry
 * still is, whatever its number. Which fields are ids, their names say: those of records that end in one of these.
 */
final class GivenIds {
    private static final Set<String> KINDS = Set.of("orderId", "holdId", "transferId");

    private record Id(String kind, long value) {}

    private final Map<Id, Long> translated = new HashMap<>();
    private final Set<Id> seenBefore = new HashSet<>();
    private final Set<Id> seenNow = new HashSet<>();

    /** An entry left out: what it gave out is nobody's now. */
    void leftOut(List<CoreEvent> before) {
        before.forEach(event -> fresh(event, seenBefore));
    }

    /** An entry applied again: its ids, in order, are those of before. */
    void note(List<CoreEvent> before, List<CoreEvent> now) {
        List<Id> were = before.stream()
                .flatMap(event -> fresh(event, seenBefore).stream())
                .toList();
        List<Id> are =
                now.stream().flatMap(event -> fresh(event, seenNow).stream()).toList();
        for (String kind : KINDS) {
            List<Id> from = were.stream().filter(id -> id.kind.equals(kind)).toList();
            List<Id> to = are.stream().filter(id -> id.kind.equals(kind)).toList();
            for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                translated.put(from.get(i), to.get(i).value);
            }
        }
    }

    private static List<Id> fresh(CoreEvent event, Set<Id> seen) {
        List<Id> fresh = new ArrayList<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (KINDS.contains(component.getName()) && component.getType() == long.class) {
                Id id = new Id(component.getName(), (long) value(component, event));
                if (id.value != 0 && seen.add(id)) {
                    fresh.add(id);
                }
            }
        }
        return fresh;
    }

    /** The command with the ids of now. */
    CoreCommand translate(CoreCommand command) {
        RecordComponent[] components = command.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean changed = false;
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], command);
            String name = components[i].getName();
            for (String kind : KINDS) {
                boolean isOfKind = name.equals(kind)
                        || name.endsWith(kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1));
                if (isOfKind && values[i] instanceof Long id) {
                    values[i] = translated.getOrDefault(new Id(kind, id), id);
                    changed |= !values[i].equals(id);
                }
            }
        }
        return changed ? made(command.getClass(), components, values) : command;
    }

    private static CoreCommand made(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (CoreCommand) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command is made of its fields: " + type, e);
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a field of a record can be read: " + component, e);
        }
    }
}
