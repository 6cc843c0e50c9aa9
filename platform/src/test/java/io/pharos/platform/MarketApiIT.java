package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody may ask of the market. */
class MarketApiIT {
    private final Pharos pharos = RunningPharos.shared();

    @ParameterizedTest
    @CsvSource({
        "gzmt, 600519",
        "guizhou, 600519",
        "payh, 000001",
        "PingAn, 000001",
        "茅台, 600519",
        "60 mao, 600519",
        "ＡＡＰＬ, AAPL",
        "zzz, ''",
    })
    void instrumentsAreFoundByCodeNameAndPinyin(String query, String symbols) {
        Answer answer = new Browser(pharos)
                .get("/api/v1/instruments?query="
                        + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(String.join(",", answer.json().at("/items").findValuesAsString("symbol")))
                .isEqualTo(symbols);
    }

    @Test
    void aReplayedInstrumentIsCalledSoUntilItIsGivenBack() {
        Browser staff = Browser.staff(pharos);
        assertThat(source("MSFT")).isEqualTo("SANDBOX");
        Answer replay = staff.post("/api/v1/sandbox/replays", Map.of("symbol", "MSFT"));
        assertThat(replay.status()).isEqualTo(201);
        assertThat(source("MSFT")).isEqualTo("REPLAY");
        assertThat(source("AAPL")).isEqualTo("SANDBOX");
        assertThat(staff.delete("/api/v1/sandbox/replays/" + replay.text("/id")).status())
                .isEqualTo(204);
        assertThat(source("MSFT")).isEqualTo("SANDBOX");
    }

    @Test
    void aTradeOfTodayIsInTheWeekAndTheMonthAsInTheDay() {
        Browser staff = Browser.staff(pharos);
        String replay = staff.post("/api/v1/sandbox/replays", Map.of("symbol", "CGB10Y"))
                .text("/id");
        for (String side : new String[] {"SELL", "BUY"}) {
            Answer order = staff.postOnce(
                    "/api/v1/orders",
                    UUID.randomUUID().toString(),
                    Map.of("symbol", "CGB10Y", "side", side, "type", "LIMIT", "price", "101.20", "quantity", "10"));
            assertThat(order.status()).as(order.response().body()).isEqualTo(201);
        }
        staff.delete("/api/v1/sandbox/replays/" + replay);
        Answer day = candles("1d");
        for (String interval : new String[] {"1w", "1M"}) {
            Answer rolled = candles(interval);
            assertThat(rolled.json().at("/items").size()).isEqualTo(1);
            assertThat(rolled.text("/items/0/close")).isEqualTo("101.20");
            assertThat(rolled.text("/items/0/volume")).isEqualTo(day.text("/items/0/volume"));
        }
        OffsetDateTime week = OffsetDateTime.parse(candles("1w").text("/items/0/openAt"));
        assertThat(week.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.toLocalTime()).isEqualTo(java.time.LocalTime.MIDNIGHT);
        assertThat(OffsetDateTime.parse(candles("1M").text("/items/0/openAt")).getDayOfMonth())
                .isEqualTo(1);
        assertThat(new Browser(pharos)
                        .get("/api/v1/instruments/CGB10Y/candles?interval=1w&before=" + week.toInstant())
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void anIntervalThatDoesNotExistIsRefused() {
        assertThat(new Browser(pharos)
                        .get("/api/v1/instruments/AAPL/candles?interval=2w")
                        .code())
                .isEqualTo("VALUE_MALFORMED");
    }

    private Answer candles(String interval) {
        return new Browser(pharos).get("/api/v1/instruments/CGB10Y/candles?interval=" + interval);
    }

    private String source(String symbol) {
        for (var quote : new Browser(pharos).get("/api/v1/quotes").json().at("/items")) {
            if (quote.at("/symbol").asString("").equals(symbol)) {
                return quote.at("/source").asString("");
            }
        }
        return "";
    }
}
