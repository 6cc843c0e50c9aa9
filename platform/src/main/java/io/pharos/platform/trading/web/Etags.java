package io.pharos.platform.trading.web;

import java.util.Arrays;

/** Entity tags: an order's tag is the sequence of the last event that changed it. */
final class Etags {
    private Etags() {}

    /** Whether an {@code If-Match} header names this sequence, or any. */
    static boolean matches(String ifMatch, long sequence) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + sequence + "\""));
    }
}
