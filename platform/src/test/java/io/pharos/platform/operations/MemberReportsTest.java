package io.pharos.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.GuardAnswer.MemberProgress;
import io.pharos.cluster.guard.GuardAnswer.StateDigest;
import io.pharos.platform.core.CoreMembers.Member;
import io.pharos.platform.core.CoreMembers.Standing;
import io.pharos.platform.operations.MemberReports.Agreement;
import io.pharos.platform.operations.MemberReports.MemberReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberReportsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    @Test
    void membersAreComparedAtTheNewestPlaceThatAllRemember() {
        List<Member> members = List.of(
                answering(0, digest(100, 7), digest(200, 8), digest(300, 9)),
                answering(1, digest(100, 7), digest(200, 8)),
                silent(2));
        assertThat(MemberReports.agreement(members)).isEqualTo(new Agreement(200, 20, 2, true));
        MemberReport ahead = MemberReports.report(members.getFirst(), MemberReports.agreement(members), NOW);
        assertThat(ahead.digest()).isEqualTo("0000000000000008");
        assertThat(ahead.digestSequence()).isEqualTo(20);
    }

    @Test
    void oneThatDiffersIsSeen() {
        assertThat(MemberReports.agreement(List.of(answering(0, digest(100, 7)), answering(1, digest(100, 6)))))
                .isEqualTo(new Agreement(100, 10, 2, false));
    }

    @Test
    void nothingIsClaimedWhereNothingCanBeCompared() {
        assertThat(MemberReports.agreement(List.of(answering(0, digest(100, 7)), silent(1))))
                .isNull();
        assertThat(MemberReports.agreement(List.of(answering(0, digest(100, 7)), answering(1, digest(200, 7)))))
                .isNull();
    }

    @Test
    void ofAMemberThatIsSilentOnlyItsAddressIsKnown() {
        MemberReport report = MemberReports.report(silent(2), null, NOW);
        assertThat(report.role()).isEqualTo(Standing.UNREACHABLE);
        assertThat(report.address()).isEqualTo("host:9000");
        assertThat(report.logPosition()).isNull();
        assertThat(report.snapshotAgeSeconds()).isNull();
        assertThat(report.errors()).isNull();
    }

    @Test
    void theAgeOfASnapshotIsLogTimeThatHasPassed() {
        MemberReport report = MemberReports.report(answering(0, digest(100, 7)), null, NOW);
        assertThat(report.snapshotAgeSeconds()).isEqualTo(60);
        assertThat(report.journalLag()).isEqualTo(2);
    }

    private static Member answering(int memberId, StateDigest... digests) {
        GuardAnswer answer = new GuardAnswer(
                memberId,
                false,
                null,
                true,
                1,
                0,
                List.of(digests),
                new MemberProgress(400, 300, 30, 28, 50, 940_000_000_000L, 0));
        return new Member(memberId, "host:9000", memberId == 0 ? Standing.LEADER : Standing.FOLLOWER, NOW, answer);
    }

    private static Member silent(int memberId) {
        return new Member(memberId, "host:9000", Standing.UNREACHABLE, NOW, null);
    }

    private static StateDigest digest(long logPosition, long value) {
        return new StateDigest(logPosition, logPosition / 10, value);
    }
}
