package io.pharos.simulation;

import io.pharos.simulation.planted.Plantation;
import io.pharos.simulation.planted.Plantation.Sighting;
import io.pharos.simulation.run.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code ./pharos simulate}. Exit status: 0 no violation, 1 one was found, 2 wrong usage. */
public final class Simulate {
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final PrintStream err;
    private long toldNanos = System.nanoTime();
    private long runs;

    Simulate(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs what the options ask for. */
    public static void main(String[] args) {
        System.exit(new Simulate(System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            return run(SimulateOptions.parse(args));
        } catch (SimulateOptions.UsageException wrong) {
            err.println("pharos: simulate: " + wrong.getMessage() + " (see ./pharos simulate --help)");
            return 2;
        } catch (IOException problem) {
            err.println("pharos: simulate: the report could not be written: " + problem);
            return 1;
        }
    }

    private int run(SimulateOptions options) throws IOException {
        return options.planted() ? plant(options) : simulate(options);
    }

    private int plant(SimulateOptions options) throws IOException {
        out.println(PlantedReport.HEADER);
        List<Sighting> sightings = Plantation.plantAll(
                options.only(), options.plantedSeedsMore(), sighting -> out.println(PlantedReport.line(sighting)));
        out.print(PlantedReport.summary(sightings));
        write(options.json(), PlantedReport.json(sightings));
        return sightings.stream().allMatch(Sighting::isAsExpected) ? 0 : 1;
    }

    private int simulate(SimulateOptions options) throws IOException {
        Campaign campaign = new Campaign();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(options.minutes());
        campaign.run(options, until, this::progress);
        out.print(Report.text(campaign));
        if (options.runsOne()) {
            out.println("Digest of the run: " + Long.toHexString(campaign.digest()));
        }
        write(options.json(), Report.json(campaign, options));
        return campaign.failed() == null ? 0 : 1;
    }

    private void progress(RunResult result) {
        runs++;
        long now = System.nanoTime();
        if (now - toldNanos > PROGRESS_NANOS) {
            toldNanos = now;
            err.println(runs + " runs, the last of seed " + result.settings().seed());
        }
    }

    private static void write(@Nullable Path file, Map<String, @Nullable Object> report) throws IOException {
        if (file != null) {
            Files.writeString(file, Json.of(report));
        }
    }
}
