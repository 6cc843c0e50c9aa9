package io.pharos.platform.trading.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.TradingProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What staff and customers write about fees, corporate actions and interest, read strictly. */
final class ServicingForms {
    /** The business calendar of dates that name no other. */
    static final int CALENDAR = 1;

    private static final int PPM_DECIMALS = 6;
    private static final int MILLION = 1_000_000;

    private ServicingForms() {}

    static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        return value;
    }

    /** Decimal text, not below zero, in smallest parts. */
    static long minor(String pointer, @Nullable String text, int scale) {
        if (text == null || text.isBlank()) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        if (!text.strip().matches("\\d{1,10}(\\.\\d{1,8})?")) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MALFORMED);
        }
        BigDecimal minor = new BigDecimal(text.strip()).movePointRight(scale).stripTrailingZeros();
        if (minor.scale() > 0) {
            throw ProblemException.at(pointer, EdgeProblem.TOO_MANY_DECIMALS, scale);
        }
        return minor.longValueExact();
    }

    /** Decimal text that may be left out. */
    static long minorOrZero(String pointer, @Nullable String text, int scale) {
        return text == null ? 0 : minor(pointer, text, scale);
    }

    /**
     * A share of one, such as 0.00025, in parts per million.
     *
     * @param tooLarge what more than one is refused with
     */
    static int sharePpm(String pointer, @Nullable String text, ProblemCode tooLarge) {
        long ppm = minor(pointer, text, PPM_DECIMALS);
        if (ppm > MILLION) {
            throw ProblemException.at(pointer, tooLarge);
        }
        return (int) ppm;
    }

    static Asset asset(String pointer, @Nullable String code, InstrumentDirectory directory) {
        String given = given(pointer, code);
        return directory
                .assetByCode(given)
                .orElseThrow(() -> ProblemException.at(pointer, TradingProblem.ASSET_NOT_FOUND, given));
    }

    static Instrument instrument(@Nullable String symbol, InstrumentDirectory directory) {
        String given = given("/symbol", symbol);
        return directory
                .bySymbol(given)
                .orElseThrow(() -> ProblemException.at("/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, given));
    }

    /** A date as commands carry it: 20261123. */
    static int number(@Nullable LocalDate date) {
        return date == null ? 0 : date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
