package io.pharos.platform.trading.query;

import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.trading.entry.TradingProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: before this key. Opaque to callers. */
public final class PageToken {
    /** Before everything: the first page. */
    public static final long FIRST = Long.MAX_VALUE;

    /** The most items of a page. */
    public static final int LIMIT_MAX = 500;

    private PageToken() {}

    /** The key of a token, or the problem that it is none. */
    public static long read(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return FIRST;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw ProblemException.at("?pageToken", TradingProblem.PAGE_TOKEN_INVALID);
        }
    }

    /** The token of a key. */
    public static String write(long key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(key).getBytes(StandardCharsets.US_ASCII));
    }

    /** A page size within 1 and {@value #LIMIT_MAX}. */
    public static int limit(@Nullable Integer asked, int otherwise) {
        return asked == null ? otherwise : Math.max(1, Math.min(LIMIT_MAX, asked));
    }
}
