package io.pharos.platform.edge;

import java.util.List;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer a JSON pointer into the body ({@code /amount/amount}), or {@code ?name} for a query parameter
 * @param arguments the values for the placeholders of the code's text
 */
public record FieldProblem(String pointer, ProblemCode code, List<String> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem of(String pointer, ProblemCode code, Object... arguments) {
        return new FieldProblem(pointer, code, ProblemException.texts(arguments));
    }
}
