package io.pharos.platform.replay;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Shows how far the replay is: on a terminal one line that is written over, elsewhere a new line now and then. */
final class ProgressLine {
    private static final long TERMINAL_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long PLAIN_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final boolean terminal;
    private long shownAtNanos;
    private boolean open;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.shownAtNanos = System.nanoTime();
    }

    /** Whether it is time to show something again. */
    boolean isDue() {
        return System.nanoTime() - shownAtNanos >= (terminal ? TERMINAL_INTERVAL_NANOS : PLAIN_INTERVAL_NANOS);
    }

    void show(String text) {
        shownAtNanos = System.nanoTime();
        if (terminal) {
            out.print("\r\u001b[2K" + text);
            out.flush();
            open = true;
        } else {
            out.println(text);
        }
    }

    /** Leaves the line, so that what follows starts on a new one. */
    void end() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
