package io.pharos.platform.replay.recording;

/** A recording that cannot be read; the message is one line for a person, with file and line number. */
public final class RecordingException extends RuntimeException {
    public RecordingException(String message) {
        super(message);
    }

    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
