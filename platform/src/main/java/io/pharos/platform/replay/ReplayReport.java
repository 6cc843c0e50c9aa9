package io.pharos.platform.replay;

import io.pharos.platform.replay.follow.DifferingRow;
import io.pharos.platform.replay.follow.PlayedExecution;
import io.pharos.platform.replay.follow.Tally;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a replay.
 *
 * @param recordedMessages in the file, the first of which is in the seed
 * @param elapsedNanos from the first message's command to the last one's reply
 * @param sameOrder how many executions filled the recorded order and no other; null if the exchange did not tell
 * @param otherOrders the executions that filled another one
 * @param cancelled how many orders rested at the end and were cancelled; null if the exchange did not answer
 * @param stopped why it ended before the recording's end, or null
 */
record ReplayReport(
        String instrument,
        int recordedMessages,
        Tally tally,
        long elapsedNanos,
        @Nullable Integer sameOrder,
        List<PlayedExecution> otherOrders,
        @Nullable Long cancelled,
        @Nullable String stopped) {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};
    private static final String[] PERCENTILE_NAMES = {"P50", "P90", "P99", "P999"};

    double messagesPerSecond() {
        return elapsedNanos == 0 ? 0 : tally.messages() / (elapsedNanos / (double) TimeUnit.SECONDS.toNanos(1));
    }

    void print(PrintWriter out, int differencesShown) {
        if (stopped != null) {
            out.println("Stopped: " + stopped + ". What follows is the part that was played.");
        }
        out.printf(
                "messages    %,d of %,d played in %.1f s, %,.0f a second (%,d commands)%n",
                tally.messages(), recordedMessages - 1, elapsedNanos / 1e9, messagesPerSecond(), tally.commands());
        out.printf("latency     %s%n", latencyLine());
        out.printf(
                "book        %,d of %,d rows equal the record (%s)%n",
                tally.rowsEqual(), tally.rowsCompared(), percent(tally.rowsEqual(), tally.rowsCompared()));
        if (!tally.seedEqual() && tally.messages() > 0) {
            out.println("            the seeded book differs from the record: " + tally.seedDifference());
        }
        explanations(out, differencesShown);
        out.printf(
                "executions  %s%n",
                sameOrder == null
                        ? String.format("%,d; the exchange did not tell which orders they filled", executions())
                        : String.format(
                                "%,d, of which %,d filled the very order that NASDAQ filled (%s)",
                                executions(), sameOrder, percent(sameOrder, executions())));
        otherOrders.stream()
                .limit(differencesShown)
                .forEach(other -> out.println("            line " + other.line() + ": " + other.evidence()));
        if (!tally.refusals().isEmpty()) {
            out.println("refused     " + tally.refusals());
        }
        out.println(
                cancelled == null
                        ? "orders      could not be cancelled: what rests in " + instrument
                                + " is cancelled when the next replay begins"
                        : String.format(
                                "orders      %,d rested at the end and were cancelled; none is left", cancelled));
        out.flush();
    }

    private void explanations(PrintWriter out, int differencesShown) {
        Map<DifferingRow.Explanation, Integer> counts = new EnumMap<>(DifferingRow.Explanation.class);
        tally.differingRows().forEach(row -> counts.merge(row.explanation(), 1, Integer::sum));
        counts.forEach((explanation, count) -> out.printf("            %,d × %s%n", count, explanation));
        tally.differingRows().stream()
                .limit(differencesShown)
                .forEach(row ->
                        out.println("            line " + row.line() + ": " + row.explanation() + ", " + row.detail()));
        int hidden = tally.differingRows().size() - differencesShown;
        if (hidden > 0) {
            out.printf("            … and %,d more (--json writes all, --show N prints more)%n", hidden);
        }
    }

    private int executions() {
        return tally.executions().size();
    }

    private String latencyLine() {
        Histogram latency = tally.latencyNanos();
        if (latency.getTotalCount() == 0) {
            return "no command was answered";
        }
        StringBuilder line = new StringBuilder();
        for (double percentile : PERCENTILES) {
            line.append(String.format(
                    "p%s %s  ",
                    percentile == Math.rint(percentile) ? Integer.toString((int) percentile) : "99.9",
                    millis(latency.getValueAtPercentile(percentile))));
        }
        return line + "max " + millis(latency.getMaxValue());
    }

    private static String millis(long nanos) {
        return String.format("%.2f ms", nanos / 1e6);
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "none" : String.format("%.2f %%", 100.0 * part / whole);
    }

    /** The report as JSON, with every differing row. */
    ObjectNode toJson(JsonMapper json) {
        ObjectNode report = json.createObjectNode()
                .put("instrument", instrument)
                .put("complete", stopped == null)
                .put("messages", tally.messages())
                .put("messagesPerSecond", Math.round(messagesPerSecond() * 10) / 10.0)
                .put("elapsedSeconds", elapsedNanos / 1e9)
                .put("commands", tally.commands())
                .put("seedEqual", tally.seedEqual())
                .put("rowsCompared", tally.rowsCompared())
                .put("rowsEqual", tally.rowsEqual())
                .put("executions", executions());
        if (stopped != null) {
            report.put("stopped", stopped);
        }
        if (cancelled != null) {
            report.put("ordersCancelled", cancelled);
        }
        if (sameOrder != null) {
            report.put("executionsSameOrder", sameOrder);
        }
        Histogram latency = tally.latencyNanos();
        for (int i = 0; i < PERCENTILES.length; i++) {
            report.put(
                    "latencyMicros" + PERCENTILE_NAMES[i],
                    TimeUnit.NANOSECONDS.toMicros(latency.getValueAtPercentile(PERCENTILES[i])));
        }
        report.put("latencyMicrosMax", TimeUnit.NANOSECONDS.toMicros(latency.getMaxValue()));
        ObjectNode refusals = report.putObject("refusals");
        tally.refusals().forEach(refusals::put);
        ArrayNode differences = report.putArray("differingRows");
        for (DifferingRow row : tally.differingRows()) {
            ObjectNode node = differences
                    .addObject()
                    .put("line", row.line())
                    .put("explanation", row.explanation().name())
                    .put("detail", row.detail());
            ArrayNode levels = node.putArray("levels");
            row.levels()
                    .forEach(level -> levels.addObject()
                            .put("side", level.side().name())
                            .put("price", level.price())
                            .put("recorded", level.recordedQuantity())
                            .put("played", level.playedQuantity())
                            .put("explanation", level.explanation().name())
                            .put("evidence", level.evidence()));
        }
        ArrayNode others = report.putArray("executionsOtherOrder");
        otherOrders.forEach(other -> others.addObject()
                .put("line", other.line())
                .put("recordedOrder", other.recordedId())
                .put("evidence", other.evidence()));
        return report;
    }
}
