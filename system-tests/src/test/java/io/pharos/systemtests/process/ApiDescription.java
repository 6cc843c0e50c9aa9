package io.pharos.systemtests.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description that a running Pharos serves. */
public final class ApiDescription {
    private static final int DEPTH_MAX = 6;

    private final JsonNode root;

    private ApiDescription(JsonNode root) {
        this.root = root;
    }

    /** One method of one path. */
    public record Operation(String method, String path, JsonNode description) {
        public String pathWith(Map<String, String> parameters) {
            String filled = path;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            return filled;
        }

        /** Whether the description names the status; refusals may be described as one. */
        public boolean documents(int status) {
            JsonNode responses = description.path("responses");
            return responses.has(Integer.toString(status)) || (status >= 400 && responses.has("default"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static ApiDescription of(ApiSession session) {
        return new ApiDescription(
                session.get("/api/v1/openapi.json").require(200).json());
    }

    public List<Operation> operations(String... methods) {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> List.of(methods).forEach(method -> {
                    if (path.getValue().has(method)) {
                        operations.add(new Operation(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method)));
                    }
                }));
        return operations;
    }

    /** A body that has every property of the operation's schema. Values come from {@code values}, by property name. */
    public JsonNode body(Operation operation, Map<String, String> values) {
        return example(
                operation
                        .description()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"),
                "",
                values,
                0);
    }

    private JsonNode example(JsonNode described, String name, Map<String, String> values, int depth) {
        JsonNode schema = described;
        while (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            schema = root.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (schema.has("properties") && depth < DEPTH_MAX) {
            ObjectNode object = JsonMapper.shared().createObjectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(
                            property.getKey(), example(property.getValue(), property.getKey(), values, depth + 1)));
            return object;
        }
        JsonMapper json = JsonMapper.shared();
        if (values.containsKey(name)) {
            return json.valueToTree(values.get(name));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").asString("string")) {
            case "boolean" -> json.valueToTree(false);
            case "integer", "number" -> json.valueToTree(1);
            default -> json.valueToTree("x");
        };
    }
}
