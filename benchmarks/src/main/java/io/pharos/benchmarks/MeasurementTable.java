package io.pharos.benchmarks;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All figures, as a table for people and as JSON. */
final class MeasurementTable {
    private static final String ROW = "%-58s %14s %-12s %14s %7s  %s%n";

    private MeasurementTable() {}

    static void print(List<Measurement> measurements, PrintStream out) {
        out.printf(ROW, "measured", "value", "unit", "reference", "ratio", "goal");
        for (Measurement m : measurements) {
            out.printf(ROW, m.name(), number(m.value()), m.unit(), number(m.reference()), ratio(m.ratio()), m.goal());
        }
    }

    static String json(List<Measurement> measurements) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ArrayNode list = json.createArrayNode();
        for (Measurement m : measurements) {
            ObjectNode node = list.addObject()
                    .put("name", m.name())
                    .put("value", m.value())
                    .put("unit", m.unit())
                    .put("reference", m.reference())
                    .put("ratio", m.ratio());
            node.put("goal", m.goal());
        }
        return json.writeValueAsString(list) + "\n";
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value >= 1_000 ? String.format("%,.0f", value) : String.format("%.3g", value);
    }

    private static String ratio(@Nullable Double ratio) {
        return ratio == null ? "" : String.format("%.2f", ratio);
    }
}
