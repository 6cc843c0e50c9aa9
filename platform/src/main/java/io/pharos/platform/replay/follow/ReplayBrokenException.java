package io.pharos.platform.replay.follow;

/** The replay cannot go on; the message is one line for a person. */
public final class ReplayBrokenException extends RuntimeException {
    public ReplayBrokenException(String message) {
        super(message);
    }
}
