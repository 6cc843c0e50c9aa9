package io.pharos.platform.trading.query;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param nextPageToken absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {
    /** Cuts a page out of rows that were read with a limit of one more than the page holds. */
    public static <T> Page<T> of(List<T> rows, int limit, ToLongFunction<T> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, PageToken.write(key.applyAsLong(items.getLast())));
    }
}
