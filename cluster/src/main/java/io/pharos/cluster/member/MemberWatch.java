package io.pharos.cluster.member;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.Peers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches a running member in a thread of its own: notes when it has caught up, compares its digests with its peers', and
 * has the leader take snapshots.
 */
final class MemberWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 500;

    private final CoreMember member;
    private final MemberSettings settings;
    private final Peers peers;
    private final FailureLatch failure;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long snapshotDueNanos;
    private long snapshotAt = -1;
    private boolean established;

    MemberWatch(CoreMember member, MemberSettings settings, Peers peers, FailureLatch failure) {
        this.member = member;
        this.settings = settings;
        this.peers = peers;
        this.failure = failure;
        this.snapshotDueNanos = System.nanoTime() + settings.snapshotInterval().toNanos();
    }

    void start() {
        Thread.ofPlatform().daemon().name("member-watch").start(this::run);
    }

    private void run() {
        try {
            do {
                watch();
            } while (!stopped.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            if (member.isServing()) {
                if (!established) {
                    member.establish();
                    established = true;
                }
                compareDigests();
                takeSnapshotWhenDue();
            }
        } catch (RuntimeException problem) {
            member.errors().onError(problem);
        }
    }

    private void compareDigests() {
        if (peers.addresses().isEmpty()) {
            return;
        }
        var answers = peers.ask();
        for (var mark : member.progress().digests()) {
            var opinions = opinions(answers, mark.logPosition());
            if (opinions.isEmpty()) {
                continue;
            }
            long agreeing = 1
                    + opinions.values().stream()
                            .filter(digest -> digest == mark.digest())
                            .count();
            if (agreeing == 1 + opinions.size()) {
                continue;
            }
            String message = "at log position " + mark.logPosition() + " the digest here is "
                    + Long.toHexString(mark.digest()) + ", elsewhere " + opinions;
            if (agreeing * 2 > 1 + opinions.size()) {
                member.errors().onError(new IllegalStateException("a peer diverged: " + message));
            } else {
                failure.trip(MemberFailure.Kind.DIVERGED, message);
            }
        }
    }

    private static Map<Integer, Long> opinions(Map<Integer, GuardAnswer> answers, long logPosition) {
        var opinions = new HashMap<Integer, Long>();
        answers.forEach((memberId, answer) -> answer.digests().stream()
                .filter(digest -> digest.logPosition() == logPosition)
                .findFirst()
                .ifPresent(digest -> opinions.put(memberId, digest.digest())));
        return opinions;
    }

    private void takeSnapshotWhenDue() {
        if (settings.snapshotInterval().isZero() || System.nanoTime() < snapshotDueNanos) {
            return;
        }
        long position = member.progress().logPosition;
        if (position == snapshotAt || member.takeSnapshot()) {
            snapshotAt = position;
            snapshotDueNanos = System.nanoTime() + settings.snapshotInterval().toNanos();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
