package io.pharos.platform.trading.entry;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.instrument.Decimals;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.Parsed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a form; each says where it stands, so that a refusal can point at it. */
final class FormFields {
    /** Decimals of one per cent that a trail may have: one part per million. */
    private static final int PERCENT_DECIMALS = 4;

    private FormFields() {}

    static long price(String pointer, Instrument instrument, String text) throws Broken {
        long ticks = exact(
                pointer,
                instrument.parsePrice(text),
                Decimals.SCALE_MAX,
                instrument.tickSize().toPlainString());
        if (ticks <= 0) {
            throw new Broken(pointer, TradingProblem.PRICE_NOT_POSITIVE);
        }
        return ticks;
    }

    /** A price that need not be there: 0 where it is not. */
    static long optionalPrice(String pointer, Instrument instrument, @Nullable String text) throws Broken {
        return text == null ? 0 : price(pointer, instrument, text);
    }

    static long quantity(String pointer, Instrument instrument, String text) throws Broken {
        long lots = exact(
                pointer,
                instrument.parseQuantity(text),
                instrument.base().scale(),
                instrument.formatQuantity(instrument.boardLotLots()));
        if (lots <= 0) {
            throw new Broken(pointer, TradingProblem.QUANTITY_NOT_POSITIVE);
        }
        return lots;
    }

    /** A quantity that need not be there: 0 where it is not. */
    static long optionalQuantity(String pointer, Instrument instrument, @Nullable String text) throws Broken {
        return text == null ? 0 : quantity(pointer, instrument, text);
    }

    /** Per cent to parts per million: above 0 and below 100; 0 where there is no text. */
    static int percentPpm(String pointer, @Nullable String text) throws Broken {
        if (text == null) {
            return 0;
        }
        long ppm = exact(
                pointer,
                Decimals.parse(text, PERCENT_DECIMALS),
                PERCENT_DECIMALS,
                BigDecimal.ONE.movePointLeft(PERCENT_DECIMALS).toPlainString());
        if (ppm <= 0 || ppm >= 1_000_000) {
            throw new Broken(pointer, TradingProblem.TRIGGER_INVALID);
        }
        return (int) ppm;
    }

    /** A time to the core's clock, nanoseconds since 1970; 0 where there is no text. */
    static long nanos(String pointer, @Nullable String text) throws Broken {
        if (text == null) {
            return 0;
        }
        try {
            Instant at = Instant.parse(text);
            return Math.addExact(
                    Math.multiplyExact(at.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)), (long) at.getNano());
        } catch (DateTimeException e) {
            throw new Broken(pointer, EdgeProblem.VALUE_MALFORMED);
        } catch (ArithmeticException e) {
            throw new Broken(pointer, TradingProblem.EXPIRY_INVALID);
        }
    }

    static String present(String pointer, @Nullable String text) throws Broken {
        if (text == null || text.isBlank()) {
            throw new Broken(pointer, EdgeProblem.VALUE_MISSING);
        }
        return text;
    }

    static <E extends Enum<E>> E choice(String pointer, Class<E> type, @Nullable String text) throws Broken {
        String name = present(pointer, text).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name) && !name.equals("NONE"))
                .findFirst()
                .orElseThrow(() -> new Broken(pointer, EdgeProblem.VALUE_MALFORMED));
    }

    private static long exact(String pointer, Parsed parsed, int decimalsMax, String step) throws Broken {
        if (parsed instanceof Parsed.Exact exact) {
            return exact.value();
        }
        Parsed.Reason reason = ((Parsed.Refused) parsed).reason();
        throw new Broken(
                pointer, TradingProblem.of(reason), reason == Parsed.Reason.TOO_MANY_DECIMALS ? decimalsMax : step);
    }

    /** Carries the first broken rule out of the nested checks; it never leaves this package. */
    static final class Broken extends Exception {
        final transient FieldProblem field;

        Broken(String pointer, ProblemCode code, Object... arguments) {
            super(code.name(), null, false, false);
            this.field = FieldProblem.of(pointer, code, arguments);
        }

        /** The same problem of a field below another. */
        Broken below(String parent) {
            return new Broken(
                    parent + field.pointer(), field.code(), field.arguments().toArray());
        }
    }
}
