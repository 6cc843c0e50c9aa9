package io.pharos.platform.information;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of information. */
enum InformationProblem implements ProblemCode {
    NOTICE_PERIOD_EMPTY(422),
    NOTICE_NOT_FOUND(404);

    private final int status;

    InformationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
