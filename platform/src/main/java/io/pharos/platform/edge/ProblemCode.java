package io.pharos.platform.edge;

/**
 * A stable code of a refusal, implemented by one enum per service. Codes are never renamed; their texts stand in the
 * service's {@link ProblemBundle} under {@code CODE.title} and {@code CODE.detail}.
 */
public interface ProblemCode {
    /** The code, UPPER_SNAKE. */
    String name();

    /** The HTTP status that goes with it. */
    int status();
}
