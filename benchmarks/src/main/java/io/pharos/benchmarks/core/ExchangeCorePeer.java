package io.pharos.benchmarks.core;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** exchange-core, which gets a workload as a file in a process of its own: its libraries are not ours. */
final class ExchangeCorePeer {
    /** What this process has, the peer has too. */
    private static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    private static final String MAIN = "io.pharos.peer.exchangecore.ExchangeCoreMain";

    /** Its rules differ a little: an order that a move fills is gone, a reduction may meet a filled order. */
    private static final double EXECUTED_MIN = 0.95;

    private static final String CLASS_PATH = "pharos.peer.exchangecore";

    private ExchangeCorePeer() {}

    /** Commands a second once the books are full, the median of some rounds. */
    static double rate(Workload workload, WorkloadShape shape, int rounds) throws IOException, InterruptedException {
        Path file = Files.createTempFile("pharos-workload-", ".bin");
        try {
            workload.write(file, shape);
            Process process = new ProcessBuilder(command(file, rounds))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Properties answer = new Properties();
            try (var output = process.getInputStream()) {
                answer.load(output);
            }
            if (process.waitFor() != 0 || answer.getProperty("rate") == null) {
                throw new IllegalStateException("exchange-core did not end well: " + answer);
            }
            if (Double.parseDouble(answer.getProperty("executed", "0")) < EXECUTED_MIN) {
                throw new IllegalStateException("exchange-core refused commands that the core executed: " + answer);
            }
            return Double.parseDouble(answer.getProperty("rate"));
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> command(Path file, int rounds) {
        String classPath = System.getProperty(CLASS_PATH);
        if (classPath == null) {
            throw new IllegalStateException("the class path of the peer is not known: -D" + CLASS_PATH);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--") || argument.equals(HUGE_PAGES))
                .forEach(command::add);
        for (String opened : List.of("java.lang", "java.lang.reflect", "java.io", "java.util", "java.nio")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--add-opens=jdk.compiler/com.sun.tools.javac=ALL-UNNAMED");
        command.add("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
        command.add("--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");
        // Its libraries report their use to their makers otherwise.
        command.addAll(List.of("-Dchronicle.analytics.disable=true", "-Dchronicle.announcer.disable=true"));
        command.addAll(List.of("-cp", classPath, MAIN, file.toString(), Integer.toString(rounds)));
        return command;
    }
}
