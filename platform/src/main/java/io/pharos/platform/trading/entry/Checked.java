package io.pharos.platform.trading.entry;

import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.ProblemException;

/**
 * A form that was checked: a value, or the first rule that it breaks.
 *
 * @param <T> what a good form becomes
 */
public sealed interface Checked<T> {
    /** The form is good. */
    record Good<T>(T value) implements Checked<T> {}

    /** The form breaks a rule. */
    record Bad<T>(FieldProblem field) implements Checked<T> {}

    /** The value, or the problem that ends a request. */
    default T orThrow() {
        if (this instanceof Good<T> good) {
            return good.value();
        }
        FieldProblem field = ((Bad<T>) this).field();
        throw ProblemException.at(
                field.pointer(), field.code(), field.arguments().toArray());
    }
}
