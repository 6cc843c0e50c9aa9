package io.pharos.platform.payments;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of payments. */
enum PaymentProblem implements ProblemCode {
    ASSET_NOT_FOUND(422),
    ASSET_NOT_PAYABLE(422),
    AMOUNT_NOT_POSITIVE(422),
    AMOUNT_ABOVE_LIMIT(422),
    INSUFFICIENT_FUNDS(422),
    PROCEEDS_UNSETTLED(422),
    RECEIVABLE_OPEN(422),
    ACCOUNT_NOT_FOUND(422),
    PAYMENT_REFUSED(422),
    PAYMENT_NOT_FOUND(404),
    PAGE_TOKEN_INVALID(400),
    LIMIT_OUT_OF_RANGE(400);

    private final int status;

    PaymentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
