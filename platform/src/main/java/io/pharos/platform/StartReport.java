package io.pharos.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what the start does while it does it, and at the end how long each part took. Thread-safe. */
public final class StartReport {
    private final PrintStream out;
    private final long beganNanos = System.nanoTime();
    private final List<Part> parts = new ArrayList<>();

    public StartReport(PrintStream out) {
        this.out = out;
    }

    private record Part(String name, Duration from, Duration took) {}

    /** Runs a part of the start and remembers how long it took. */
    public <T> T part(String name, Supplier<T> work) {
        Duration from = elapsed();
        say(name + " …");
        T result = work.get();
        add(name, from);
        return result;
    }

    /** Prints one line now. */
    public synchronized void say(String line) {
        out.printf(Locale.ROOT, "%6.2f s  %s%n", seconds(elapsed()), line);
        out.flush();
    }

    /** Prints lines as they are. */
    public synchronized void print(String lines) {
        out.println(lines);
        out.flush();
    }

    /** The parts in the order in which they ended, with start and length in seconds. */
    public synchronized String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n%-28s %9s %9s%n", "part of the start", "from s", "took s"));
        for (Part part : parts) {
            table.append(String.format(
                    Locale.ROOT, "%-28s %9.2f %9.2f%n", part.name(), seconds(part.from()), seconds(part.took())));
        }
        return table.append(String.format(Locale.ROOT, "%-28s %9s %9.2f%n", "all", "", seconds(elapsed())))
                .toString();
    }

    private synchronized void add(String name, Duration from) {
        parts.add(new Part(name, from, elapsed().minus(from)));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
