package io.pharos.platform.trading.risk;

import io.pharos.platform.instrument.Decimals;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.protocol.LimitKind;
import org.jspecify.annotations.Nullable;

/**
 * Limits as people write them, and as the core counts them.
 *
 * <p>The limit of one instrument is written in its own units: a quantity of what is traded, an amount of what is paid. A
 * limit over many instruments counts lots, and amounts of the currency of each.
 */
public final class LimitUnits {
    /** Decimals of one per cent that a collar may have: one part per million. */
    private static final int PERCENT_DECIMALS = 4;

    private final InstrumentDirectory directory;

    public LimitUnits(InstrumentDirectory directory) {
        this.directory = directory;
    }

    /** Text to the core's number. Negative numbers and such as are too large are left for the core to refuse. */
    public Parsed parse(LimitKind kind, @Nullable Instrument instrument, String text) {
        return switch (kind) {
            case ORDER_QUANTITY -> instrument == null ? Decimals.parse(text, 0) : instrument.parseQuantity(text);
            case ORDER_NOTIONAL, CONCENTRATION -> Decimals.parse(text, quoteScale(instrument));
            case PRICE_COLLAR -> Decimals.parse(text, PERCENT_DECIMALS);
            case OPEN_ORDERS, MESSAGE_RATE, NONE -> Decimals.parse(text, 0);
        };
    }

    /** The core's number as text. */
    public String format(LimitKind kind, @Nullable Instrument instrument, long value) {
        return switch (kind) {
            case ORDER_QUANTITY -> instrument == null ? Long.toString(value) : instrument.formatQuantity(value);
            case ORDER_NOTIONAL, CONCENTRATION -> Decimals.format(value, quoteScale(instrument));
            case PRICE_COLLAR -> percent(value);
            case OPEN_ORDERS, MESSAGE_RATE, NONE -> Long.toString(value);
        };
    }

    /** What a number of the kind counts: an asset's code, or a word of its own. */
    public String unit(LimitKind kind, @Nullable Instrument instrument) {
        return switch (kind) {
            case ORDER_QUANTITY ->
                instrument == null ? "LOTS" : instrument.base().code();
            case ORDER_NOTIONAL, CONCENTRATION ->
                instrument == null ? "QUOTE" : instrument.quote().code();
            case PRICE_COLLAR -> "PERCENT";
            case OPEN_ORDERS -> "ORDERS";
            case MESSAGE_RATE -> "PER_SECOND";
            case NONE -> "";
        };
    }

    /** Decimals of an amount; over many instruments those of all their currencies, or none where they differ. */
    private int quoteScale(@Nullable Instrument instrument) {
        if (instrument != null) {
            return instrument.quote().scale();
        }
        int[] scales = directory.instruments().stream()
                .mapToInt(i -> i.quote().scale())
                .distinct()
                .toArray();
        return scales.length == 1 ? scales[0] : 0;
    }

    private static String percent(long ppm) {
        String text = Decimals.format(ppm, PERCENT_DECIMALS);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
