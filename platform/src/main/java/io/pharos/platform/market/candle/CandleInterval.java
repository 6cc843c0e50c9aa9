package io.pharos.platform.market.candle;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long a candle is. All candles are aligned to UTC: a day begins at 00:00Z. */
public enum CandleInterval {
    MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    QUARTER_HOUR("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    DAY("1d", Duration.ofDays(1));

    private final String code;
    private final long nanos;

    CandleInterval(String code, Duration length) {
        this.code = code;
        this.nanos = length.toNanos();
    }

    /** As it is written in the API. */
    public String code() {
        return code;
    }

    /** When the candle that holds this moment opened, nanoseconds since the epoch. */
    public long openAt(long timeNanos) {
        return timeNanos - Math.floorMod(timeNanos, nanos);
    }

    /** The interval with this code, if there is one. */
    public static Optional<CandleInterval> of(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }
}
