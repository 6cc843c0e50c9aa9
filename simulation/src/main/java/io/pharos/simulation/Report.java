package io.pharos.simulation;

import io.pharos.simulation.run.Coverage;
import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.shrink.Shrinker.Reduced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What was run and what came of it, for people and for tools. */
final class Report {
    private static final double SECOND_NANOS = 1e9;

    private Report() {}

    static String text(Campaign campaign) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d runs, %d log entries, %.0f virtual seconds%n%n",
                campaign.runs(),
                campaign.counters().getOrDefault("log entries", 0L),
                campaign.virtualNanos() / SECOND_NANOS));
        campaign.counters().forEach((name, count) -> text.append(String.format("%12d  %s%n", count, name)));
        text.append(String.format("%nCoverage%n"));
        coverage(campaign.coverage(), text);
        RunResult failed = campaign.failed();
        if (failed != null && failed.failure() != null) {
            text.append(failure(failed, failed.failure()));
            Reduced reduced = campaign.reduced();
            text.append(reduced == null ? "" : reduced(reduced));
        } else {
            text.append(String.format("%nNo violation.%n"));
        }
        return text.toString();
    }

    private static void coverage(Coverage coverage, StringBuilder text) {
        coverage.counts().forEach((item, values) -> {
            List<String> uncovered = coverage.uncovered(item);
            text.append(String.format("  %-17s %d of %d", item, values.size() - uncovered.size(), values.size()));
            if (!uncovered.isEmpty()) {
                StringJoiner names = new StringJoiner(", ");
                uncovered.forEach(names::add);
                text.append("; not reached: ").append(names);
            }
            text.append(System.lineSeparator());
        });
    }

    static String failure(RunResult run, Failure failure) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%nThe last steps of the log:%n"));
        failure.lastSteps()
                .forEach(step ->
                        text.append("  ").append(step.replace("\n", "\n  ")).append(System.lineSeparator()));
        text.append(String.format(
                Locale.ROOT,
                "%nVIOLATION seen by \"%s\" with seed %d after %.6f virtual seconds:%n  %s%n%nReplay: %s%n",
                failure.checker(),
                run.settings().seed(),
                failure.virtualNanos() / SECOND_NANOS,
                failure.what(),
                run.settings().replayCommand()));
        return text.toString();
    }

    private static String reduced(Reduced reduced) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%nReduced from %d log entries to %d:%n", reduced.entriesBefore(), reduced.entries()));
        reduced.failure()
                .lastSteps()
                .forEach(step ->
                        text.append("  ").append(step.replace("\n", "\n  ")).append(System.lineSeparator()));
        text.append(String.format(
                "%nseen by \"%s\":%n  %s%n%nReplay: %s%n",
                reduced.failure().checker(),
                reduced.failure().what(),
                reduced.settings().replayCommand()));
        return text.toString();
    }

    static Map<String, @Nullable Object> json(Campaign campaign, SimulateOptions options) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        RunResult failed = campaign.failed();
        json.put("clean", failed == null);
        json.put("firstSeed", options.firstSeed());
        json.put("runs", campaign.runs());
        json.put("commandsPerRun", options.commands());
        json.put("virtualSeconds", Math.round(campaign.virtualNanos() / SECOND_NANOS));
        json.put("counters", campaign.counters());
        json.put("coverage", campaign.coverage().counts());
        Map<String, @Nullable Object> uncovered = new LinkedHashMap<>();
        campaign.coverage()
                .counts()
                .keySet()
                .forEach(item -> uncovered.put(item, campaign.coverage().uncovered(item)));
        json.put("uncovered", uncovered);
        if (failed != null && failed.failure() != null) {
            json.put("failure", failure(failed));
            Reduced reduced = campaign.reduced();
            if (reduced != null) {
                json.put("reducedToEntries", reduced.entries());
                json.put("reducedReplay", reduced.settings().replayCommand());
                json.put("reducedSteps", reduced.failure().lastSteps());
            }
        }
        return json;
    }

    private static Map<String, @Nullable Object> failure(RunResult run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Failure failure = run.failure();
        json.put("seed", run.settings().seed());
        json.put("members", run.settings().members());
        json.put("commands", run.settings().commands());
        json.put("replay", run.settings().replayCommand());
        if (failure != null) {
            json.put("checker", failure.checker());
            json.put("what", failure.what());
            json.put("virtualNanos", failure.virtualNanos());
            json.put("lastSteps", failure.lastSteps());
        }
        return json;
    }
}
