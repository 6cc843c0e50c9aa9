package io.pharos.platform.trading.venue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request of an order is called at a venue (FIX 11): it follows from the core's ids alone, so that it is the same
 * whoever sends it, and however often.
 *
 * <pre>  order 4711, its second request: PH-4711-2</pre>
 */
record ClOrdId(long orderId, int requestNumber) {
    private static final Pattern FORM = Pattern.compile("PH-(\\d{1,18})-(\\d{1,9})");

    static Optional<ClOrdId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ClOrdId(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    String text() {
        return "PH-" + orderId + "-" + requestNumber;
    }
}
