package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Finds the instrument that a command is about, by the names of its fields: commands that are not written yet included. */
final class RefInstruments {
    private RefInstruments() {}

    static @Nullable RefInstrument named(RefState state, @Nullable CoreCommand command) {
        if (command == null || command.getClass().getRecordComponents() == null) {
            return null;
        }
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            if (component.getName().equals("instrumentId")) {
                return state.instruments.get((Integer) read(component, command));
            }
            if (component.getName().equals("orderId")) {
                RefOrder order = state.order((Long) read(component, command));
                return order == null ? null : order.of;
            }
        }
        return null;
    }

    private static Object read(RecordComponent component, CoreCommand command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can be read: " + component, e);
        }
    }
}
