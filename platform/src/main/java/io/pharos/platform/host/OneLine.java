package io.pharos.platform.host;

import java.util.Locale;

/** What stopped a start, in one line that a person can read; the whole of it belongs into the log. */
public final class OneLine {
    private static final int LENGTH_MAX = 400;

    private OneLine() {}

    /** The message of the deepest cause, its lines joined; its kind where it has no message. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? kind(cause) : of(message);
    }

    /** The text with its lines joined, and cut where it is too long to be read. */
    public static String of(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LENGTH_MAX ? line.replaceFirst("\\.$", "") : line.substring(0, LENGTH_MAX) + " …";
    }

    private static String kind(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return name.replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
