package io.pharos.platform.edge;

/** The refusals of the edge itself, which any endpoint may give. */
public enum EdgeProblem implements ProblemCode {
    MALFORMED_JSON(400),
    JSON_TOO_DEEP(400),
    VALUE_MISSING(400),
    VALUE_MALFORMED(400),
    VALUE_TOO_LONG(400),
    NOT_A_NUMBER(400),
    TOO_MANY_DECIMALS(400),
    OVERFLOW(400),
    REQUEST_INVALID(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    CSRF_TOKEN_MISSING(403),
    PROOF_REQUIRED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_IN_PROGRESS(409),
    PAYLOAD_TOO_LARGE(413),
    MEDIA_TYPE_NOT_SUPPORTED(415),
    IDEMPOTENCY_KEY_REUSED(422),
    RATE_LIMITED(429),
    INTERNAL_ERROR(500),
    ROLE_UNAVAILABLE(503),
    EXECUTION_UNKNOWN(504);

    private final int status;

    EdgeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
