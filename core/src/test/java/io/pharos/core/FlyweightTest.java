package io.pharos.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.Command;
import io.pharos.core.engine.Reply;
import io.pharos.core.event.Event;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** The core's flyweights and the wire schema say the same, so that the adapter between them translates and nothing else. */
class FlyweightTest {
    @TestFactory
    Stream<DynamicTest> carriesTheFieldsOfTheSchema() throws Exception {
        return messages().stream()
                .map(message -> DynamicTest.dynamicTest(
                        message.getAttribute("name"),
                        () -> assertThat(fieldsOf(flyweight(message))).isEqualTo(fieldsOf(message))));
    }

    @Test
    void fingerprintsEveryFieldOfACommand() throws Exception {
        for (Element message : messages()) {
            if (Command.class.isAssignableFrom(flyweight(message))) {
                for (Field field : flyweight(message).getFields()) {
                    boolean isBody =
                            !Modifier.isStatic(field.getModifiers()) && field.getDeclaringClass() != Command.class;
                    if (isBody) {
                        Command command = flyweight(message)
                                .asSubclass(Command.class)
                                .getConstructor()
                                .newInstance();
                        long before = command.fingerprint();
                        change(field, command);
                        assertThat(command.fingerprint()).as(field.toString()).isNotEqualTo(before);
                    }
                }
            }
        }
    }

    private static void change(Field field, Object target) throws Exception {
        Class<?> type = field.getType();
        if (type == long.class) {
            field.setLong(target, 77);
        } else if (type == int.class) {
            field.setInt(target, 77);
        } else if (type == boolean.class) {
            field.setBoolean(target, true);
        } else if (type == String.class) {
            field.set(target, "X");
        } else {
            field.set(target, type.getEnumConstants()[1]);
        }
    }

    private static Class<?> flyweight(Element message) throws Exception {
        String name = message.getAttribute("name");
        int templateId = Integer.parseInt(message.getAttribute("id"));
        if (templateId >= 200) {
            return Reply.class;
        }
        String packageName = (templateId < 100 ? Command.class : Event.class).getPackageName();
        return Class.forName(packageName + "." + name);
    }

    private static Set<String> fieldsOf(Class<?> flyweight) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(flyweight.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName() + ":" + kindOf(field.getType()))
                .forEach(names::add);
        return names;
    }

    private static Set<String> fieldsOf(Element message) {
        Set<String> names = new TreeSet<>();
        for (var node = message.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element field && field.getTagName().equals("field")) {
                names.add(field.getAttribute("name") + ":" + kindOf(field.getAttribute("type")));
            }
        }
        return names;
    }

    private static String kindOf(Class<?> type) {
        return type.isEnum() ? type.getSimpleName().toLowerCase(Locale.ROOT) : type.getSimpleName();
    }

    private static String kindOf(String type) {
        return switch (type) {
            case "int64" -> "long";
            case "int32", "Scale" -> "int";
            case "Flag" -> "boolean";
            case "AssetCode", "Symbol" -> "String";
            default -> type.substring(0, type.length() - "Code".length()).toLowerCase(Locale.ROOT);
        };
    }

    private static List<Element> messages() throws Exception {
        List<Element> messages = new ArrayList<>();
        try (var xml = FlyweightTest.class.getResourceAsStream("/schema/pharos.xml")) {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("sbe:message");
            for (int i = 0; i < nodes.getLength(); i++) {
                messages.add((Element) nodes.item(i));
            }
        }
        return messages;
    }
}
