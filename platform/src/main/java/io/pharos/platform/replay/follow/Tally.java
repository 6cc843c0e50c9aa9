package io.pharos.platform.replay.follow;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was counted so far.
 *
 * @param messages recorded messages whose commands were all answered
 * @param commands sent and answered
 * @param refusals refused commands by their reason's code
 * @param seedEqual whether the book equalled the seed row before the first message; false until then
 * @param latencyNanos from sending a command to its reply
 * @param ordersByKey the exchange's ids of our orders
 */
public record Tally(
        int messages,
        long commands,
        Map<String, Integer> refusals,
        boolean seedEqual,
        String seedDifference,
        int rowsCompared,
        int rowsEqual,
        List<DifferingRow> differingRows,
        List<PlayedExecution> executions,
        Histogram latencyNanos,
        Map<Long, String> ordersByKey) {}
