package io.pharos.systemtests.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that no correct client sends: not JSON, not of the shape, huge, and the right shape with one wrong value. */
public final class BadBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HUGE_LENGTH = 200_000;
    private static final int DEPTH = 2_000;

    /** As JSON text; none is a valid amount, price, quantity or name of anything. */
    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "-0.0000000001",
            "1e400",
            "\"\"",
            "\" \"",
            "\"abc\"",
            "\"-5\"",
            "\"0\"",
            "\"1e3\"",
            "\"NaN\"",
            "\"0x10\"",
            "\"1,000\"",
            "\"99999999999999999999999999\"",
            "\"0.00000000000000000001\"",
            "\"１２\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"'; DROP TABLE orders; --\"",
            "\"<script>\"",
            "[]",
            "[1]",
            "{}",
            "{\"a\":{}}",
            "\"" + "9".repeat(4_000) + "\"");

    private BadBodies() {}

    /** Bodies for any operation that takes one. */
    public static List<String> ofNoShape() {
        return List.of(
                "",
                " ",
                "{",
                "}",
                "{]",
                "nonsense",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "12",
                "{\"a\":1,}",
                "{'a':1}",
                "\u0000",
                "{}",
                "{\"unknown\":true}",
                "[".repeat(DEPTH),
                "{\"a\":".repeat(DEPTH),
                "{\"a\":\"" + "x".repeat(HUGE_LENGTH) + "\"}");
    }

    /** {@code good} with one wrong or missing value each: every property with some wrong values, drawn by the seed. */
    public static List<String> almost(JsonNode good, long seed, int valuesPerProperty) {
        Random random = new Random(seed);
        List<String> bodies = new ArrayList<>();
        vary(good, good, bodies, random, valuesPerProperty);
        return bodies;
    }

    private static void vary(JsonNode root, JsonNode at, List<String> bodies, Random random, int count) {
        if (!(at instanceof ObjectNode object)) {
            return;
        }
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode good = object.get(name);
            object.remove(name);
            bodies.add(JSON.writeValueAsString(root));
            List<String> values = new ArrayList<>(WRONG_VALUES);
            Collections.shuffle(values, random);
            for (String value : values.subList(0, Math.min(count, values.size()))) {
                object.put(name, "@");
                bodies.add(JSON.writeValueAsString(root).replace("\"@\"", value));
            }
            object.set(name, good);
            vary(root, good, bodies, random, count);
        }
    }
}
