package io.pharos.platform.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.instrument.Parsed.Reason;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "12.34,             2, 1234",
        "12,                2, 1200",
        "0,                 2, 0",
        "-0,                2, 0",
        "-0.05,             2, -5",
        "000012.3,          2, 1230",
        "12.3400000,        2, 1234",
        "92233720368547758.07, 2, 9223372036854775807",
        "-92233720368547758.07, 2, -9223372036854775807",
        "1,                 0, 1",
        "0.00000001,        8, 1",
    })
    void readsPlainDecimalsExactly(String text, int scale, long units) {
        assertThat(Decimals.parse(text, scale)).isEqualTo(Parsed.exact(units));
    }

    @ParameterizedTest
    @CsvSource({
        "12.345,                 2, TOO_MANY_DECIMALS",
        "0.000000001,            8, TOO_MANY_DECIMALS",
        "1.5,                    0, TOO_MANY_DECIMALS",
        "92233720368547758.08,   2, OVERFLOW",
        "-92233720368547758.08,  2, OVERFLOW",
        "999999999999999999999999999999999999999, 2, OVERFLOW",
        "1e5,                    2, NOT_A_NUMBER",
        "1e999999,               2, NOT_A_NUMBER",
        "1E-999999999,           2, NOT_A_NUMBER",
        "'',                     2, NOT_A_NUMBER",
        "-,                      2, NOT_A_NUMBER",
        "+1,                     2, NOT_A_NUMBER",
        ".5,                     2, NOT_A_NUMBER",
        "5.,                     2, NOT_A_NUMBER",
        "1.2.3,                  2, NOT_A_NUMBER",
        "--1,                    2, NOT_A_NUMBER",
        "' 1',                   2, NOT_A_NUMBER",
        "'1,000',                2, NOT_A_NUMBER",
        "NaN,                    2, NOT_A_NUMBER",
        "Infinity,               2, NOT_A_NUMBER",
        "0x10,                   2, NOT_A_NUMBER",
        "１２,                    2, NOT_A_NUMBER",
        "11111111111111111111111111111111111111111, 2, NOT_A_NUMBER",
    })
    @Timeout(1)
    void refusesWhatIsNotExactAndSaysWhy(String text, int scale, Reason reason) {
        assertThat(Decimals.parse(text, scale)).isEqualTo(Parsed.refused(reason));
    }

    @Test
    void writesWhatItReadsForRandomAmounts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            int scale = random.nextInt(Decimals.SCALE_MAX + 1);
            long units = random.nextLong() >> random.nextInt(64);
            units = units == Long.MIN_VALUE ? 0 : units;
            String text = Decimals.format(units, scale);
            assertThat(Decimals.parse(text, scale))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(Parsed.exact(units));
            assertThat(new BigDecimal(text)).isEqualByComparingTo(BigDecimal.valueOf(units, scale));
        }
    }
}
