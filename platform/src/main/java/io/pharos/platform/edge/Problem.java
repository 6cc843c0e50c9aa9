package io.pharos.platform.edge;

import java.util.List;

/**
 * Problem details as RFC 9457 has them.
 *
 * @param type the address of the page that explains the code
 * @param title what happened, in the caller's language
 * @param status the HTTP status
 * @param detail why, and what to do
 * @param code the stable code
 * @param errors the values that are wrong, if that is the reason
 * @param requestId what to quote to support
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<ProblemField> errors,
        String requestId) {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong value. */
    public record ProblemField(String pointer, String code, String detail) {}
}
