package io.pharos.systemtests.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what another process will do. */
public final class Wait {
    private static final int PAUSE_MILLIS = 100;

    private Wait() {}

    static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /**
     * Asks until the answer is the wanted one; a failure to ask is an answer that is not.
     *
     * @return the wanted answer
     * @throws AssertionError with the last answer, when the time is over
     */
    public static <T> T until(String what, Duration longest, Callable<T> question, Predicate<? super T> wanted) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            String last;
            Exception failure = null;
            try {
                T answer = question.call();
                if (wanted.test(answer)) {
                    return answer;
                }
                last = String.valueOf(answer);
            } catch (Exception e) {
                last = e.toString();
                failure = e;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not within " + longest.toSeconds() + " s: " + what + "; the last answer was " + last, failure);
            }
            millis(PAUSE_MILLIS);
        }
    }
}
