package io.pharos.platform.edge;

import java.util.Arrays;
import java.util.List;

/**
 * Ends a request with a problem. It is thrown at the HTTP boundary only: below it, an expected refusal is a value.
 */
public final class ProblemException extends RuntimeException {
    private final ProblemCode code;
    private final List<String> arguments;
    private final List<FieldProblem> fields;

    public ProblemException(ProblemCode code, Object... arguments) {
        this(code, List.of(), arguments);
    }

    /**
     * A refusal because of several values.
     *
     * @param arguments the values for the placeholders of the code's text, turned into text as they are
     */
    public ProblemException(ProblemCode code, List<FieldProblem> fields, Object... arguments) {
        super(code.name(), null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.arguments = texts(arguments);
    }

    /** A refusal because of one value of the body: the problem and its only field share the code. */
    public static ProblemException at(String pointer, ProblemCode code, Object... arguments) {
        return new ProblemException(code, List.of(FieldProblem.of(pointer, code, arguments)), arguments);
    }

    public ProblemCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    static List<String> texts(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }
}
