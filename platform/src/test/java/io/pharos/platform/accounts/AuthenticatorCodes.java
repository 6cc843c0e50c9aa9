package io.pharos.platform.accounts;

/** An authenticator application, for tests of other packages. */
public final class AuthenticatorCodes {
    private AuthenticatorCodes() {}

    /** The code of a time step. */
    public static String at(byte[] secret, long step) {
        return Totp.code(secret, step);
    }
}
