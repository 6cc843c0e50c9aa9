package io.pharos.platform.edge;

import com.fasterxml.jackson.databind.JavaType;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.Coded;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what the types of our records say and the library does not read: a component that may not be null is always
 * there, one with {@link DecimalText} is a decimal, and no answer ever holds an enumeration's value for "not set".
 */
final class ApiSchemas implements ModelConverter {
    private static final String DECIMAL = "decimal";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (schema == null) {
            return null;
        }
        JavaType java = Json.mapper().constructType(type.getType());
        if (java == null) {
            return schema;
        }
        Class<?> raw = java.getRawClass();
        if (raw.isRecord()) {
            describe(raw, target(schema, context));
        } else if (raw.isEnum() && Coded.class.isAssignableFrom(raw)) {
            List<?> values = target(schema, context).getEnum();
            if (values != null) {
                values.removeIf(value -> "NONE".equals(value.toString()));
            }
        }
        return schema;
    }

    /** The schema itself where the context was asked for a reference to it. */
    private static Schema<?> target(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> defined = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void describe(Class<?> record, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Schema<?> property = schema.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            java.lang.reflect.AnnotatedType type = component.getAnnotatedType();
            boolean required =
                    schema.getRequired() != null && schema.getRequired().contains(component.getName());
            if (!type.isAnnotationPresent(Nullable.class) && !required) {
                schema.addRequiredItem(component.getName());
            }
            markDecimals(type, property);
        }
    }

    private static void markDecimals(java.lang.reflect.AnnotatedType type, Schema<?> schema) {
        if (type.isAnnotationPresent(DecimalText.class)) {
            schema.setFormat(DECIMAL);
        } else if (type instanceof AnnotatedParameterizedType list && schema.getItems() != null) {
            markDecimals(list.getAnnotatedActualTypeArguments()[0], schema.getItems());
        }
    }
}
