package io.pharos.benchmarks;

import io.pharos.benchmarks.cluster.ClusterCommands;
import io.pharos.benchmarks.cluster.LedgerTransfers;
import io.pharos.benchmarks.core.CoreCommands;
import io.pharos.benchmarks.core.CoreGrowth;
import io.pharos.benchmarks.core.CoreRecovery;
import io.pharos.benchmarks.postgres.ProjectionRows;
import io.pharos.benchmarks.rest.RestOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./pharos bench [--json FILE] [--quick] [--only ITEM,...]}: measures on this machine and prints one table. The
 * limit of the same machine is measured beside each figure in the same run, since figures of two runs do not compare.
 */
public final class Bench {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private static final Map<String, Item> ITEMS = items();

    private Bench() {}

    /** Ends the process with status 0, 1 where a benchmark failed, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static Map<String, Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        items.put("core", new CoreCommands());
        items.put("growth", new CoreGrowth());
        items.put("recovery", new CoreRecovery());
        items.put("cluster", new ClusterCommands());
        items.put("ledger", new LedgerTransfers());
        items.put("projection", new ProjectionRows());
        items.put("rest", new RestOrders());
        return items;
    }

    static int run(String... args) {
        @Nullable Path json = null;
        Effort effort = Effort.FULL;
        List<String> names = List.copyOf(ITEMS.keySet());
        for (int i = 0; i < args.length; i++) {
            String[] option = args[i].split("=", 2);
            switch (option[0]) {
                case "--quick" -> effort = Effort.QUICK;
                case "--json", "--only" -> {
                    String value = option.length == 2 ? option[1] : ++i < args.length ? args[i] : "";
                    if (value.isEmpty()) {
                        return wrongUsage(option[0] + " needs a value");
                    }
                    if (option[0].equals("--json")) {
                        json = Path.of(value);
                    } else {
                        names = List.of(value.split(","));
                    }
                }
                default -> {
                    return wrongUsage("unknown option " + args[i]);
                }
            }
        }
        for (String name : names) {
            if (!ITEMS.containsKey(name)) {
                return wrongUsage("there is no benchmark '" + name + "', but " + String.join(", ", ITEMS.keySet()));
            }
        }
        return measure(names, effort, json);
    }

    private static int measure(List<String> names, Effort effort, @Nullable Path json) {
        List<Measurement> measurements = new ArrayList<>();
        boolean failed = false;
        for (String name : names) {
            Item item = ITEMS.get(name);
            try {
                if (item != null) {
                    measurements.addAll(item.run(effort, text -> System.err.println("bench " + name + ": " + text)));
                }
            } catch (IOException | IllegalStateException e) {
                System.err.println("bench " + name + ": failed: " + e.getMessage());
                failed = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return FAILED;
            }
        }
        MeasurementTable.print(measurements, System.out);
        if (json != null) {
            try {
                Files.writeString(json, MeasurementTable.json(measurements));
            } catch (IOException e) {
                System.err.println("bench: cannot write " + json + ": " + e.getMessage());
                return FAILED;
            }
        }
        return failed ? FAILED : DONE;
    }

    private static int wrongUsage(String why) {
        System.err.println("bench: " + why + " (see ./pharos bench --help)");
        return USAGE;
    }
}
