package io.pharos.cluster.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.guard.Identity.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartGuardTest {

    private static final UUID CLUSTER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void admitsAMemberWithItsLogWhoeverIsUp() {
        var own = identity(0, Standing.ESTABLISHED);
        assertThat(guard(0, 3, false).decide(own, Map.of())).isEqualTo(new StartGuard.Admitted(own));
    }

    @Test
    void refusesAMemberOfAnotherCluster() {
        var own = new Identity(OTHER, 5, 0, Standing.ESTABLISHED);
        assertThat(guard(0, 3, false).decide(own, Map.of(1, serving(1, 7))))
                .isInstanceOfSatisfying(
                        StartGuard.Refused.class,
                        refused -> assertThat(refused.otherCluster()).isTrue());
    }

    @Test
    void refusesADirectoryOfAnotherMember() {
        assertThat(guard(0, 3, false).decide(identity(2, Standing.ESTABLISHED), Map.of()))
                .isInstanceOf(StartGuard.Refused.class);
    }

    @Test
    void letsAnEmptyMemberJoinAServingQuorum() {
        assertThat(guard(0, 3, false).decide(null, Map.of(1, serving(1, 7), 2, serving(2, 7))))
                .isEqualTo(new StartGuard.Admitted(identity(0, Standing.JOINING)));
    }

    @Test
    void keepsAnEmptyMemberOutWhileOneOrNoneServes() {
        assertThat(guard(0, 3, false).decide(null, Map.of(1, serving(1, 7)))).isNull();
        assertThat(guard(0, 3, false).decide(null, Map.of())).isNull();
    }

    @Test
    void doesNotCountPeersOfDifferentTermsOrThatDoNotServeOrHaveNotCaughtUp() {
        assertThat(guard(0, 3, false).decide(null, Map.of(1, serving(1, 7), 2, serving(2, 8))))
                .isNull();
        assertThat(guard(0, 3, false)
                        .decide(
                                null,
                                Map.of(
                                        1,
                                        serving(1, 7),
                                        2,
                                        answer(2, false, identity(2, Standing.ESTABLISHED), false, 7))))
                .isNull();
        assertThat(guard(0, 3, false)
                        .decide(
                                null,
                                Map.of(1, serving(1, 7), 2, answer(2, false, identity(2, Standing.JOINING), true, 7))))
                .isNull();
    }

    @Test
    void holdsAMemberThatHasNotCaughtUpToTheSameRule() {
        var own = identity(0, Standing.JOINING);
        assertThat(guard(0, 3, false).decide(own, Map.of(1, serving(1, 7)))).isNull();
        assertThat(guard(0, 3, false).decide(own, Map.of(1, serving(1, 7), 2, serving(2, 7))))
                .isEqualTo(new StartGuard.Admitted(own));
    }

    @Test
    void bootstrapsOnlyWhenAllAreEmptyAndToldSo() {
        var empty = answer(1, true, null, false, -1);
        assertThat(guard(0, 3, true).decide(null, Map.of(1, empty))).isNull();
        assertThat(guard(0, 3, true).decide(null, Map.of(1, empty, 2, answer(2, false, null, false, -1))))
                .isNull();
        assertThat(guard(0, 3, true).decide(null, Map.of(1, empty, 2, answer(2, true, null, false, -1))))
                .isInstanceOfSatisfying(
                        StartGuard.Admitted.class,
                        admitted -> assertThat(admitted.identity().standing()).isEqualTo(Standing.FRESH));
    }

    @Test
    void takesTheIdentityThatTheFirstMemberMadeAtABootstrap() {
        var first = answer(0, false, identity(0, Standing.FRESH), false, -1);
        assertThat(guard(1, 3, true).decide(null, Map.of(0, first, 2, answer(2, true, null, false, -1))))
                .isEqualTo(new StartGuard.Admitted(identity(1, Standing.FRESH)));
    }

    @Test
    void doesNotBootstrapOverAnIntactMember() {
        assertThat(guard(0, 3, true).decide(null, Map.of(1, answer(1, true, null, false, -1), 2, serving(2, 7))))
                .isNull();
    }

    @Test
    void saysWhyItRefuses() throws InterruptedException {
        var decision = new StartGuard(0, 3, true, () -> Map.of(2, serving(2, 7)), () -> 0).decide(null, 0);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        StartGuard.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("is empty", "no quorum of 2", "member 1 is silent", "member 2 serves"));
    }

    @Test
    void keepsAnIdentityOnDisk(@TempDir Path directory) throws Exception {
        assertThat(Identity.load(directory)).isNull();
        identity(2, Standing.JOINING).store(directory);
        identity(2, Standing.JOINING).established().store(directory);
        assertThat(Identity.load(directory)).isEqualTo(identity(2, Standing.ESTABLISHED));
    }

    private static StartGuard guard(int memberId, int memberCount, boolean bootstrap) {
        return new StartGuard(memberId, memberCount, bootstrap, Map::of, () -> 0);
    }

    private static Identity identity(int memberId, Standing standing) {
        return new Identity(CLUSTER, 5, memberId, standing);
    }

    private static GuardAnswer serving(int memberId, long term) {
        return answer(memberId, false, identity(memberId, Standing.ESTABLISHED), true, term);
    }

    private static GuardAnswer answer(
            int memberId, boolean bootstrapping, @Nullable Identity identity, boolean serving, long term) {
        return new GuardAnswer(
                memberId, bootstrapping, identity, serving, term, -1, List.of(), GuardAnswer.MemberProgress.UNKNOWN);
    }
}
