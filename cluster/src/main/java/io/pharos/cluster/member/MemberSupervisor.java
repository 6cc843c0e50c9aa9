package io.pharos.cluster.member;

import io.pharos.cluster.member.MemberFailure.Kind;
import io.pharos.cluster.member.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a member running: starts it again when it stopped, and moves a damaged or diverged directory aside and has it
 * rebuilt from the other members.
 *
 * <pre>
 *   running ── stopped ──────────────&gt; start again, after a back-off
 *      │
 *      ├─── damaged or diverged ─────&gt; several members: quarantine, start empty, catch up
 *      │                               one member: give up, its data is all there is
 *      └─── refused by the guard ────&gt; give up
 * </pre>
 */
public final class MemberSupervisor implements AutoCloseable {

    private static final Duration BACK_OFF_MIN = Duration.ofMillis(250);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(10);
    /** Ports and locks of a process that just died are free again within this time. */
    private static final Duration RELEASE_MAX = Duration.ofSeconds(15);
    /** A member that is damaged more often in one run has a broken disk. */
    private static final int QUARANTINES_MAX = 3;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final MemberSettings settings;
    private final Consumer<String> log;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable CoreMember member;
    private long backOffMillis = BACK_OFF_MIN.toMillis();
    private long releaseDeadlineNanos;
    private int quarantines;
    private boolean bootstrap;

    /**
     * A supervisor that has not started its member yet.
     *
     * @param log takes one line for each thing that an operator wants to know
     */
    public MemberSupervisor(MemberSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
        this.bootstrap = settings.bootstrap();
    }

    /** The member that runs now; null between two. */
    public @Nullable CoreMember member() {
        return member;
    }

    /**
     * Runs the member until it is closed or gives up. Blocks.
     *
     * @return the exit status for the process: 0 if it was closed, else of the refusal
     */
    public int run() throws InterruptedException {
        releaseDeadlineNanos = System.nanoTime() + RELEASE_MAX.toNanos();
        while (closing.getCount() > 0) {
            Integer exitStatus = runOnce();
            if (exitStatus != null) {
                return exitStatus;
            }
            if (closing.await(backOffMillis, TimeUnit.MILLISECONDS)) {
                break;
            }
            backOffMillis = Math.min(backOffMillis * 2, BACK_OFF_MAX.toMillis());
        }
        return 0;
    }

    private @Nullable Integer runOnce() throws InterruptedException {
        MemberFailure failure;
        try (var launched = CoreMember.launch(settings.withBootstrap(bootstrap))) {
            member = launched;
            failure = watch(launched);
        } catch (StartRefusedException refusal) {
            return onRefusal(refusal);
        } catch (RuntimeException problem) {
            log.accept("member " + settings.memberId() + " did not start: " + problem);
            return null;
        } finally {
            member = null;
        }
        if (failure == null) {
            return 0;
        }
        log.accept("member " + settings.memberId() + " stopped: " + failure.reason());
        return failure.kind() == Kind.STOPPED ? null : quarantine(failure.reason());
    }

    private @Nullable MemberFailure watch(CoreMember launched) throws InterruptedException {
        MemberRole role = null;
        var failed = launched.whenFailed().toCompletableFuture();
        while (!failed.isDone()) {
            var now = launched.status().role();
            if (now != role && now != MemberRole.STOPPED) {
                role = now;
                log.accept("member " + settings.memberId() + " is " + role);
                if (launched.status().isServing()) {
                    backOffMillis = BACK_OFF_MIN.toMillis();
                }
            }
            if (closing.await(20, TimeUnit.MILLISECONDS)) {
                return null;
            }
        }
        return failed.join();
    }

    private @Nullable Integer onRefusal(StartRefusedException refusal) {
        log.accept("member " + settings.memberId() + " refuses to start: " + refusal.getMessage());
        boolean passing = refusal.reason() == Reason.PORT_TAKEN || refusal.reason() == Reason.DIRECTORY_IN_USE;
        if (passing && System.nanoTime() < releaseDeadlineNanos) {
            return null;
        }
        return refusal.reason() == Reason.CORRUPTED
                ? quarantine(String.valueOf(refusal.getMessage()))
                : Integer.valueOf(refusal.reason().exitStatus());
    }

    private @Nullable Integer quarantine(String reason) {
        if (settings.members().size() == 1) {
            log.accept("member " + settings.memberId() + " is the only one and will not be rebuilt; restore "
                    + settings.directory() + " from a backup");
            return Reason.CORRUPTED.exitStatus();
        }
        if (++quarantines > QUARANTINES_MAX) {
            log.accept("member " + settings.memberId() + " was damaged " + quarantines + " times: look at its disk");
            return Reason.CORRUPTED.exitStatus();
        }
        var directory = settings.directory().toAbsolutePath();
        var aside = directory.resolveSibling(directory.getFileName() + ".quarantine-" + STAMP.format(Instant.now()));
        try {
            Files.move(directory, aside);
            Files.writeString(aside.resolve("reason"), reason + "\n");
        } catch (IOException unusable) {
            log.accept("member " + settings.memberId() + " cannot move " + directory + " aside: " + unusable);
            return Reason.DIRECTORY_UNUSABLE.exitStatus();
        }
        // What was bootstrapped once is rebuilt from the peers, never made anew.
        bootstrap = false;
        log.accept("member " + settings.memberId() + " was moved to " + aside + " and is rebuilt from its peers");
        return null;
    }

    /** Ends {@link #run()}. */
    @Override
    public void close() {
        closing.countDown();
        CloseHelper.quietClose(member);
    }
}
