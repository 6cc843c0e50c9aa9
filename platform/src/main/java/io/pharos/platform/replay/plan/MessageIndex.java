package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedMessage.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the recording says about its orders as a whole: the last line of each, where each was submitted, and, at each
 * price, the orders that have messages and were never submitted in view: they rested before the recording began, or
 * were submitted where it could not see them.
 */
final class MessageIndex {
    private record Place(BookSide side, long price) {}

    private final Map<Long, Integer> lastLines = new HashMap<>();
    private final Map<Long, Integer> submissionLines = new HashMap<>();
    private final Map<Place, NavigableMap<Long, Long>> unsubmitted = new HashMap<>();
    private static final NavigableMap<Long, Long> NONE = new TreeMap<>();

    /** @param played the messages that will be played: all but the first, which the seed already holds */
    MessageIndex(RecordedMessage first, List<RecordedMessage> played) {
        Set<Long> submitted = new HashSet<>();
        register(first, submitted);
        played.forEach(message -> register(message, submitted));
        for (RecordedMessage message : played) {
            if (message.kind().changesTheBook() && !submitted.contains(message.orderId())) {
                unsubmitted
                        .computeIfAbsent(new Place(message.side(), message.price()), place -> new TreeMap<>())
                        .merge(message.orderId(), message.quantity(), Math::addExact);
            }
        }
    }

    private void register(RecordedMessage message, Set<Long> submitted) {
        if (message.kind().changesTheBook()) {
            lastLines.put(message.orderId(), message.line());
        }
        if (message.kind() == Kind.SUBMISSION) {
            submitted.add(message.orderId());
            submissionLines.put(message.orderId(), message.line());
        }
    }

    /** Counts a message as played: {@link #unsubmitted} then only tells of those to come. */
    void pass(RecordedMessage message) {
        NavigableMap<Long, Long> orders = unsubmitted.get(new Place(message.side(), message.price()));
        if (orders != null && message.kind().changesTheBook()) {
            orders.computeIfPresent(
                    message.orderId(),
                    (id, quantity) -> quantity > message.quantity() ? quantity - message.quantity() : null);
        }
    }

    /** Orders at a price that were never submitted in view, by their id, with the quantity of their messages to come. */
    NavigableMap<Long, Long> unsubmitted(BookSide side, long price) {
        return unsubmitted.getOrDefault(new Place(side, price), NONE);
    }

    boolean hasMessagesAfter(int line, long orderId) {
        return lastLines.getOrDefault(orderId, 0) > line;
    }

    /** The line that submits the order, 0 if none does. */
    int submissionLine(long orderId) {
        return submissionLines.getOrDefault(orderId, 0);
    }
}
