package io.pharos.platform.edge;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Renders problems in Chinese or English. Immutable; a code without a text is refused at the start. */
public final class ProblemTexts {
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    public ProblemTexts(List<ProblemBundle> bundles) {
        for (Locale language : LANGUAGES) {
            Map<String, String> patterns = new HashMap<>();
            for (ProblemBundle bundle : bundles) {
                read(bundle, language, patterns);
            }
            texts.put(language, Map.copyOf(patterns));
        }
    }

    /** The language that a reader of {@code acceptLanguage} gets: Chinese if any Chinese is asked for first. */
    public static Locale language(Locale asked) {
        return "zh".equals(asked.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }

    public Problem render(ProblemException problem, Locale language, String requestId) {
        List<Problem.ProblemField> fields = new ArrayList<>();
        for (FieldProblem field : problem.fields()) {
            fields.add(new Problem.ProblemField(
                    field.pointer(), field.code().name(), text(field.code(), ".detail", language, field.arguments())));
        }
        ProblemCode code = problem.code();
        return new Problem(
                "/problems/" + code.name(),
                text(code, ".title", language, problem.arguments()),
                code.status(),
                text(code, ".detail", language, problem.arguments()),
                code.name(),
                fields,
                requestId);
    }

    private String text(ProblemCode code, String part, Locale language, List<String> arguments) {
        String pattern =
                texts.getOrDefault(ProblemTexts.language(language), Map.of()).get(code.name() + part);
        if (pattern == null) {
            throw new IllegalStateException("no bundle holds the text of " + code.name());
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    private static void read(ProblemBundle bundle, Locale language, Map<String, String> patterns) {
        ResourceBundle resource = ResourceBundle.getBundle(
                bundle.baseName(),
                language,
                ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (ProblemCode code : bundle.codes()) {
            for (String part : List.of(".title", ".detail")) {
                String key = code.name() + part;
                if (!resource.containsKey(key)) {
                    throw new IllegalStateException(bundle.baseName() + " has no " + key + " in " + language);
                }
                patterns.put(key, resource.getString(key));
            }
        }
    }
}
