package io.pharos.platform.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's name for one attempt: 1 to 255 visible ASCII characters. A controller takes it as a parameter, and the
 * request is refused when the header is missing or malformed.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Reads the header, or throws the problem that says what is wrong with it. */
    public static IdempotencyKey fromHeader(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(EdgeProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        // The draft standard makes the header a quoted string; most clients send it bare. Both name the same key.
        String value = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (!FORM.matcher(value).matches()) {
            throw new ProblemException(EdgeProblem.IDEMPOTENCY_KEY_MALFORMED);
        }
        return new IdempotencyKey(value);
    }
}
