package io.pharos.core.state;

/**
 * An invariant of the core does not hold: the state must no longer be served. Whoever hosts the engine stops the member;
 * nothing may be applied to this engine again.
 */
public final class InvariantViolation extends RuntimeException {
    public InvariantViolation(String invariant) {
        super("invariant violated: " + invariant);
    }
}
