package io.pharos.platform.operations;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.GuardAnswer.MemberProgress;
import io.pharos.cluster.guard.GuardAnswer.StateDigest;
import io.pharos.platform.core.CoreMembers;
import io.pharos.platform.core.CoreMembers.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the members of the core say of themselves, side by side. */
final class MemberReports {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private MemberReports() {}

    /**
     * A member of the core. What is not known is null.
     *
     * @param role LEADER, FOLLOWER, STARTING or UNREACHABLE
     * @param since when this process found it so first
     * @param leaderMemberId whom it follows
     * @param logPosition what it has applied, in bytes of the log
     * @param commitPosition what it knows a quorum to have
     * @param sequence of the last event that it emitted
     * @param journalLag events that are not durable in its journal yet
     * @param digest of its state at {@code digestSequence}: where all answering members can be compared, if there is
     *     such a place, else its newest
     * @param snapshotPosition of the log
     * @param snapshotAgeSeconds how much log time has passed since its snapshot
     * @param errors distinct errors of its run
     */
    record MemberReport(
            int memberId,
            String address,
            Standing role,
            Instant since,
            @Nullable Integer leaderMemberId,
            @Nullable Long logPosition,
            @Nullable Long commitPosition,
            @Nullable Long sequence,
            @Nullable Long journalLag,
            @Nullable String digest,
            @Nullable Long digestSequence,
            @Nullable Long snapshotPosition,
            @Nullable Long snapshotAgeSeconds,
            @Nullable Integer errors) {}

    /**
     * Whether states are equal.
     *
     * @param logPosition the newest place of the log of which every answering member told its digest
     * @param sequence of the last event before it
     * @param members how many told theirs
     */
    record Agreement(long logPosition, long sequence, int members, boolean equal) {}

    /** Compares the members at the newest place that all who answer have in common; null if less than two have one. */
    static @Nullable Agreement agreement(List<CoreMembers.Member> members) {
        Map<Long, Set<Long>> values = new HashMap<>();
        Map<Long, Integer> tellers = new HashMap<>();
        Map<Long, Long> sequences = new HashMap<>();
        int answering = 0;
        for (CoreMembers.Member member : members) {
            GuardAnswer answer = member.answer();
            if (answer == null || !answer.serving()) {
                continue;
            }
            answering++;
            Set<Long> told = new HashSet<>();
            for (StateDigest digest : answer.digests()) {
                values.computeIfAbsent(digest.logPosition(), unused -> new HashSet<>())
                        .add(digest.digest());
                sequences.merge(digest.logPosition(), digest.sequence(), Math::max);
                if (told.add(digest.logPosition())) {
                    tellers.merge(digest.logPosition(), 1, Integer::sum);
                }
            }
        }
        int all = answering;
        if (all < 2) {
            return null;
        }
        return tellers.entrySet().stream()
                .filter(entry -> entry.getValue() == all)
                .map(Map.Entry::getKey)
                .max(Long::compare)
                .map(position -> new Agreement(
                        position,
                        sequences.getOrDefault(position, -1L),
                        all,
                        values.getOrDefault(position, Set.of()).size() == 1))
                .orElse(null);
    }

    static long newestSequence(List<CoreMembers.Member> members) {
        long newest = 0;
        for (CoreMembers.Member member : members) {
            GuardAnswer answer = member.answer();
            if (answer != null) {
                newest = Math.max(newest, answer.progress().sequence());
            }
        }
        return newest;
    }

    static MemberReport report(CoreMembers.Member member, @Nullable Agreement agreement, Instant now) {
        GuardAnswer answer = member.answer();
        MemberProgress progress = answer == null ? MemberProgress.UNKNOWN : answer.progress();
        StateDigest digest = answer == null ? null : digest(answer.digests(), agreement);
        Long age = progress.snapshotAtNanos() < 0 ? null : Long.valueOf(age(progress.snapshotAtNanos(), now));
        return new MemberReport(
                member.memberId(),
                member.address(),
                member.standing(),
                member.since(),
                answer == null || answer.leaderMemberId() < 0 ? null : Integer.valueOf(answer.leaderMemberId()),
                known(progress.logPosition()),
                known(progress.commitPosition()),
                known(progress.sequence()),
                progress.sequence() < 0
                        ? null
                        : Long.valueOf(Math.max(0, progress.sequence() - progress.journalSequence())),
                digest == null ? null : String.format("%016x", digest.digest()),
                digest == null ? null : known(digest.sequence()),
                known(progress.snapshotPosition()),
                age,
                progress.errors() < 0 ? null : Integer.valueOf(progress.errors()));
    }

    private static @Nullable StateDigest digest(List<StateDigest> digests, @Nullable Agreement agreement) {
        return agreement == null
                ? digests.isEmpty() ? null : digests.getLast()
                : digests.stream()
                        .filter(digest -> digest.logPosition() == agreement.logPosition())
                        .findFirst()
                        .orElse(null);
    }

    private static long age(long atNanos, Instant now) {
        Instant at = Instant.ofEpochSecond(atNanos / NANOS_PER_SECOND, atNanos % NANOS_PER_SECOND);
        return Math.max(0, Duration.between(at, now).toSeconds());
    }

    private static @Nullable Long known(long value) {
        return value < 0 ? null : Long.valueOf(value);
    }
}
