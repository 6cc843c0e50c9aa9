package io.pharos.platform.stream;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of the stream itself. */
public enum StreamProblem implements ProblemCode {
    CHANNEL_UNKNOWN(404),
    OPERATION_UNKNOWN(400),
    SUBSCRIPTIONS_LIMIT(429);

    private final int status;

    StreamProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
