package io.pharos.platform.host;

/** The process cannot start, and the message says in one line what is wrong and what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
