package io.pharos.platform.market.book;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.CRC32;

/**
 * What a client computes over its own copy of a book, to know that it is the same.
 *
 * <p>CRC-32 (the polynomial of zip) over ASCII text: best first, for at most {@value #LEVELS} levels of the bids and
 * then of the asks, {@code price:quantity} joined by {@code |}, exactly as published:
 *
 * <pre>{@code
 * bids 585.32×200, 585.30×100; asks 585.33×18
 * "585.32:200|585.30:100|585.33:18"
 * }</pre>
 */
public final class BookChecksum {
    /** Levels of each side that the checksum covers. */
    public static final int LEVELS = 10;

    private BookChecksum() {}

    /** The checksum as an unsigned number. */
    public static long of(
            List<Level> bids, List<Level> asks, LongFunction<String> price, LongFunction<String> quantity) {
        StringBuilder text = new StringBuilder(24 * LEVELS);
        append(text, bids, price, quantity);
        append(text, asks, price, quantity);
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private static void append(
            StringBuilder text, List<Level> levels, LongFunction<String> price, LongFunction<String> quantity) {
        for (Level level : levels.subList(0, Math.min(LEVELS, levels.size()))) {
            if (!text.isEmpty()) {
                text.append('|');
            }
            text.append(price.apply(level.priceTicks())).append(':').append(quantity.apply(level.quantityLots()));
        }
    }
}
