package io.pharos.cluster.member;

import java.util.ArrayList;
import java.util.List;

/** How far the service is: written by its thread, read by any. */
final class Progress {

    volatile boolean started;
    volatile int leaderMemberId = -1;
    volatile long leadershipTermId = -1;
    volatile long logPosition;
    volatile long lastSequence;
    volatile long journalSequence;
    volatile long lastSnapshotAt = -1;
    volatile long lastSnapshotNanos = -1;

    private volatile List<DigestMark> digests = List.of();

    void mark(DigestMark mark) {
        var marks = new ArrayList<>(digests);
        if (marks.size() == MemberStatus.DIGESTS_MAX) {
            marks.removeFirst();
        }
        marks.add(mark);
        digests = List.copyOf(marks);
    }

    List<DigestMark> digests() {
        return digests;
    }
}
