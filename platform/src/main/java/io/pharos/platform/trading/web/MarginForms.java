package io.pharos.platform.trading.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.trading.entry.TradingProblem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What staff write about the margin business, read strictly. Ratios and rates are shares: 1.5 is 150 %. */
final class MarginForms {
    private static final int SHARE_SCALE = 6;

    private MarginForms() {}

    /**
     * An agreement to make, change or end.
     *
     * @param account {@code acc_…}
     * @param creditLimit the most that the account may owe
     * @param rate yearly rate of interest: 0.0835
     * @param active whether it is in force; it ends only where nothing is owed
     */
    record MarginAgreementForm(
            @Nullable String account,
            @Nullable Integer programId,
            @Nullable @DecimalText String creditLimit,
            @Nullable @DecimalText String rate,
            @Nullable Boolean active) {}

    /** Terms of an instrument: conversion rate, initial margin ratio, and whether it is collateral and financed at all. */
    record MarginTermsForm(
            @Nullable String symbol,
            @Nullable @DecimalText String conversion,
            @Nullable @DecimalText String initial,
            @Nullable Boolean collateral,
            @Nullable Boolean financing) {}

    /** Lines and limits of a program; what is absent stays. */
    record MarginProgramForm(
            @Nullable Integer programId,
            @Nullable @DecimalText String closing,
            @Nullable @DecimalText String warning,
            @Nullable @DecimalText String restore,
            @Nullable @DecimalText String withdrawal,
            @Nullable @DecimalText String concentration,
            @Nullable Integer callDays,
            @Nullable @DecimalText String protection,
            @Nullable @DecimalText String creditMax,
            @Nullable Integer revalueSeconds) {}

    /** A share as parts per million; the present one where it is absent. */
    static int ppm(String pointer, @Nullable String share, int present) {
        return share == null ? present : ppm(pointer, share);
    }

    static int ppm(String pointer, @Nullable String share) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, minor(pointer, share, SHARE_SCALE)));
    }

    static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        return value;
    }

    /** Decimal text, not negative, with no more decimals than the scale. */
    static long minor(String pointer, @Nullable String text, int scale) {
        if (text == null || text.isBlank()) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        if (!text.strip().matches("\\d{1,12}(\\.\\d{1,8})?")) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MALFORMED);
        }
        BigDecimal minor = new BigDecimal(text.strip()).movePointRight(scale).stripTrailingZeros();
        if (minor.scale() > 0 || minor.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw ProblemException.at(pointer, TradingProblem.MARGIN_TERMS_INVALID);
        }
        return minor.longValueExact();
    }
}
