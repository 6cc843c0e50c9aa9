package io.pharos.platform.accounts;

import io.pharos.platform.edge.ProblemCode;

/** The refusals of registration, sign-in and profile. */
public enum AccountProblem implements ProblemCode {
    EMAIL_INVALID(422),
    EMAIL_TAKEN(409),
    PASSWORD_SHORT(422),
    PASSWORD_LONG(422),
    PASSWORD_GUESSABLE(422),
    DISPLAY_NAME_INVALID(422),
    LANGUAGE_UNKNOWN(422),
    BAD_CREDENTIALS(401),
    SECOND_FACTOR_REQUIRED(401),
    SECOND_FACTOR_WRONG(401),
    SECOND_FACTOR_ON(409),
    SECOND_FACTOR_OFF(409),
    CODE_WRONG(422),
    PASSWORD_UNCHANGED(422),
    SIGN_IN_BLOCKED(429);

    private final int status;

    AccountProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
