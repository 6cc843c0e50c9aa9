package io.pharos.platform.operations;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of operations. */
enum OperationsProblem implements ProblemCode {
    REASON_REQUIRED(422),
    INSTRUMENT_NOT_FOUND(404),
    PHASE_UNKNOWN(422),
    DURATION_INVALID(422),
    PHASE_CHANGE_REFUSED(409),
    DAY_REFUSED(409),
    SETTLES_AT_ONCE(409),
    SETTLEMENT_REFUSED(409);

    private final int status;

    OperationsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
