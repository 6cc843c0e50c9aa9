package io.pharos.platform.replay.exchange;

/** The exchange cannot be reached, or refuses what the replay needs; the message is one line for a person. */
public final class ExchangeException extends RuntimeException {
    public ExchangeException(String message) {
        super(message);
    }

    public ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
