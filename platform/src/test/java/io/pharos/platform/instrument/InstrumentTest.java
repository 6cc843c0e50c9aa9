package io.pharos.platform.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.instrument.Parsed.Reason;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {
    private static final Asset CNY = new Asset(1, "CNY", 2, AssetKind.CURRENCY);
    private static final Instrument SHARE =
            instrument("600036", new Asset(10, "600036", 0, AssetKind.SECURITY), 1, 100, 1);
    private static final Instrument BITCOIN =
            instrument("BTC-CNY", new Asset(3, "BTC", 8, AssetKind.COIN), 100_000, 1, 1);
    private static final Instrument FUND =
            instrument("510300", new Asset(11, "510300", 0, AssetKind.SECURITY), 100, 1, 10);

    @ParameterizedTest
    @CsvSource({"600036, 0.01, 2, 1, 0", "BTC-CNY, 10, 0, 0.001, 3", "510300, 0.001, 3, 100, 0"})
    void derivesTickAndLotFromTheCoresUnits(
            String symbol, String tick, int priceDecimals, String lot, int quantityDecimals) {
        Instrument instrument = bySymbol(symbol);
        assertThat(instrument.tickSize().toPlainString()).isEqualTo(tick);
        assertThat(instrument.priceDecimals()).isEqualTo(priceDecimals);
        assertThat(instrument.lotSize().toPlainString()).isEqualTo(lot);
        assertThat(instrument.quantityDecimals()).isEqualTo(quantityDecimals);
    }

    @ParameterizedTest
    @CsvSource({
        "600036,  41.50, 4150, 41.50",
        "600036,  41.5,  4150, 41.50",
        "BTC-CNY, 700000, 70000, 700000",
        "510300,  3.901, 3901, 3.901",
    })
    void readsAndWritesPrices(String symbol, String text, long ticks, String written) {
        assertThat(bySymbol(symbol).parsePrice(text)).isEqualTo(Parsed.exact(ticks));
        assertThat(bySymbol(symbol).formatPrice(ticks)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "600036,  41.505, OFF_TICK",
        "BTC-CNY, 700005, OFF_TICK",
        "BTC-CNY, 700000.000000001, TOO_MANY_DECIMALS",
        "600036,  1e999999, NOT_A_NUMBER",
        "600036,  99999999999999999999, OVERFLOW",
    })
    void refusesPricesAndSaysWhy(String symbol, String text, Reason reason) {
        assertThat(bySymbol(symbol).parsePrice(text)).isEqualTo(Parsed.refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "600036,  1.5, TOO_MANY_DECIMALS",
        "BTC-CNY, 0.0005, OFF_LOT",
        "BTC-CNY, 0.000000001, TOO_MANY_DECIMALS",
        "510300,  150, OFF_LOT",
    })
    void refusesQuantitiesAndSaysWhy(String symbol, String text, Reason reason) {
        assertThat(bySymbol(symbol).parseQuantity(text)).isEqualTo(Parsed.refused(reason));
    }

    @Test
    void multipliesToTheNotionalWithoutRounding() {
        assertThat(BITCOIN.notionalMinor(70_000, 2)).isEqualTo(140_000);
        assertThat(BITCOIN.formatQuantity(2)).isEqualTo("0.002");
        assertThat(FUND.quantityMinor(3)).isEqualTo(300);
    }

    private static Instrument bySymbol(String symbol) {
        return switch (symbol) {
            case "600036" -> SHARE;
            case "BTC-CNY" -> BITCOIN;
            default -> FUND;
        };
    }

    private static Instrument instrument(String symbol, Asset base, long lotMinor, long boardLot, long tickValue) {
        return new Instrument(
                1, symbol, base, CNY, lotMinor, boardLot, tickValue, 0, 0, 0, 0, 0, 0, 0, 0, 1_000_000, Phase.OPEN);
    }
}
