package io.pharos.platform.market.web;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of the market. */
public enum MarketProblem implements ProblemCode {
    INSTRUMENT_UNKNOWN(404);

    private final int status;

    MarketProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
