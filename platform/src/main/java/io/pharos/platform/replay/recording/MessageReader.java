package io.pharos.platform.replay.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole message file: time, type, order id, size, price, direction, in each line. */
public final class MessageReader {
    private static final int COLUMNS = 6;
    private static final int NANOS_PER_SECOND_DIGITS = 9;
    private static final long QUANTITY_MAX = 1_000_000_000L;
    private static final long PRICE_MAX = 1_000_000_000_000L;

    private MessageReader() {}

    /**
     * Reads all messages.
     *
     * @throws RecordingException if the file is missing, empty, or has a malformed line or times that run backwards
     */
    public static List<RecordedMessage> read(Path file) {
        List<RecordedMessage> messages = new ArrayList<>();
        try (RecordedLines lines = RecordedLines.open(file)) {
            long before = 0;
            for (String[] columns = lines.next(); columns != null; columns = lines.next()) {
                RecordedMessage message = message(lines, columns);
                if (message.timeNanos() < before) {
                    throw lines.malformed("its time is before the line above");
                }
                before = message.timeNanos();
                messages.add(message);
            }
        }
        if (messages.isEmpty()) {
            throw new RecordingException(file + ": has no messages");
        }
        return messages;
    }

    private static RecordedMessage message(RecordedLines lines, String[] columns) {
        if (columns.length != COLUMNS) {
            throw lines.malformed("expected " + COLUMNS
                    + " columns (time, type, order id, size, price, direction), found " + columns.length);
        }
        RecordedMessage.Kind kind;
        try {
            kind = RecordedMessage.Kind.of(Math.toIntExact(lines.number(columns[1], "type")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw lines.malformed("type '" + RecordedLines.shortened(columns[1]) + "' is not one of 1 to 7");
        }
        long orderId = lines.number(columns[2], "order id");
        long quantity = lines.number(columns[3], "size");
        long price = lines.number(columns[4], "price");
        long direction = lines.number(columns[5], "direction");
        if (direction != 1 && direction != -1) {
            throw lines.malformed("direction " + direction + " is neither 1 nor -1");
        }
        if (kind.changesTheBook()) {
            if (orderId <= 0) {
                throw lines.malformed("order id " + orderId + " is not positive");
            }
            if (quantity <= 0 || quantity > QUANTITY_MAX) {
                throw lines.malformed("size " + quantity + " is outside 1 to " + QUANTITY_MAX);
            }
            if (price <= 0 || price > PRICE_MAX) {
                throw lines.malformed("price " + price + " is outside 1 to " + PRICE_MAX);
            }
        }
        return new RecordedMessage(
                lines.line(),
                timeNanos(lines, columns[0]),
                kind,
                orderId,
                quantity,
                price,
                direction == 1 ? BookSide.BID : BookSide.ASK);
    }

    private static long timeNanos(RecordedLines lines, String column) {
        try {
            return new BigDecimal(column.strip())
                    .movePointRight(NANOS_PER_SECOND_DIGITS)
                    // Some recordings carry a time through binary fractions: 35821.088778456004.
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw lines.malformed("time is not a number of seconds: '" + RecordedLines.shortened(column) + "'");
        }
    }
}
