package io.pharos.platform.core;

import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the member of this process, and serves other processes over HTTP. */
@RestController
final class LocalCoreStatus implements CoreStatus {
    private final CoreMember member;

    LocalCoreStatus(CoreMember member) {
        this.member = member;
    }

    @Override
    public Member member() {
        MemberStatus status = member.status();
        return new Member(
                status.memberId(),
                status.role().name(),
                status.leaderMemberId(),
                status.commitPosition(),
                status.logPosition(),
                status.lastSequence(),
                status.journalLag(),
                status.digests().stream()
                        .map(mark -> new Digest(mark.sequence(), String.format("%016x", mark.digest())))
                        .toList(),
                status.errors());
    }
}
