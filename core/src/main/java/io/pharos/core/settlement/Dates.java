package io.pharos.core.settlement;

/** Dates as numbers of eight digits: 20261123 is 23 November 2026. */
final class Dates {
    private static final int FIRST = 19000101;
    private static final int LAST = 29991231;

    private Dates() {}

    /** Whether a number is a date of the Gregorian calendar from 1 January 1900 to 31 December 2999. */
    static boolean isDate(int date) {
        int year = date / 10_000;
        int month = date / 100 % 100;
        int day = date % 100;
        return date >= FIRST && date <= LAST && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }

    /** Days since 1 March of the year 0, of the Gregorian calendar. */
    static int epochDay(int date) {
        int month = date / 100 % 100;
        int year = date / 10_000 - (month <= 2 ? 1 : 0);
        int monthFromMarch = (month + 9) % 12;
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + date % 100 - 1;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
            default -> 31;
        };
    }
}
