package io.pharos.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.replay.exchange.Executions.Fill;
import io.pharos.platform.replay.follow.PlayedExecution;
import io.pharos.platform.replay.follow.Tally;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderMatchTest {
    private static final Tally TALLY = new Tally(
            4,
            9,
            Map.of(),
            true,
            "",
            4,
            4,
            List.of(),
            List.of(
                    new PlayedExecution(2, 10, "ord_7", 1, 50, 50, ""),
                    new PlayedExecution(3, 11, "ord_8", 2, 50, 50, ""),
                    new PlayedExecution(4, 12, "ord_9", 3, 50, 50, "NASDAQ passed over order 11")),
            new Histogram(3),
            Map.of(1L, "ord_1", 2L, "ord_2", 3L, "ord_3"));

    private static final OrderMatch MATCH = OrderMatch.of(
            TALLY,
            Map.of(
                    "ord_7", List.of(new Fill("ord_1", 50)),
                    "ord_8", List.of(new Fill("ord_2", 20), new Fill("ord_3", 30)),
                    "ord_9", List.of(new Fill("ord_2", 50))));

    @Test
    void countsOnlyWhatFilledTheRecordedOrderAndNoOther() {
        assertThat(MATCH.sameOrder()).isEqualTo(1);
        assertThat(MATCH.otherOrders()).extracting(PlayedExecution::line).containsExactly(3, 4);
    }

    @Test
    void tellsARefusalToMatchByTimeFromWhatNasdaqDidOtherwise() {
        assertThat(MATCH.otherOrders().get(0).evidence()).startsWith("the exchange filled");
        assertThat(MATCH.otherOrders().get(1).evidence()).isEqualTo("NASDAQ passed over order 11");
    }

    @Test
    void reportsTheFiguresByTheirNames() {
        ReplayReport report = new ReplayReport("AAPL", 5, TALLY, 2_000_000_000L, 1, MATCH.otherOrders(), 3L, null);
        assertThat(report.toJson(JsonMapper.shared()).propertyNames())
                .contains(
                        "messages",
                        "messagesPerSecond",
                        "rowsCompared",
                        "rowsEqual",
                        "executions",
                        "executionsSameOrder",
                        "latencyMicrosP50",
                        "latencyMicrosP90",
                        "latencyMicrosP99",
                        "latencyMicrosP999",
                        "latencyMicrosMax");
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text), 10);
        assertThat(text.toString())
                .contains(
                        "4 of 4 played in 2.0 s, 2 a second", "3, of which 1 filled the very order", "line 4: NASDAQ");
    }
}
