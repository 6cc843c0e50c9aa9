package io.pharos.cluster.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.guard.Identity.Standing;
import io.pharos.cluster.testing.Places;
import io.pharos.cluster.transport.ClusterSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuardServerTest {

    private final GuardAnswer answer = new GuardAnswer(
            1,
            false,
            new Identity(UUID.randomUUID(), 42, 1, Standing.ESTABLISHED),
            true,
            3,
            2,
            List.of(new GuardAnswer.StateDigest(128, 3, -5), new GuardAnswer.StateDigest(256, 7, 6)),
            new GuardAnswer.MemberProgress(320, 256, 7, 6, 128, 1_700_000_000_000_000_000L, 2));

    @Test
    void answersWhoeverAsks() throws Exception {
        var members = Places.members(3);
        try (var server = GuardServer.start("127.0.0.1", members.get(1).guardPort(), Places.SECRET, () -> answer)) {
            assertThat(new Peers(0, members, Places.SECRET).ask()).isEqualTo(Map.of(1, answer));
            assertThat(server).isNotNull();
        }
    }

    @Test
    void understandsAMemberOfTheFirstVersion() throws Exception {
        var bytes = new ByteArrayOutputStream();
        answer.write(new DataOutputStream(bytes));
        int added = 2 * Long.BYTES + 6 * Long.BYTES + Integer.BYTES;
        var first = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray(), 0, bytes.size() - added));
        var read = GuardAnswer.read(first);
        assertThat(read.digests())
                .containsExactly(new GuardAnswer.StateDigest(128, -1, -5), new GuardAnswer.StateDigest(256, -1, 6));
        assertThat(read.progress()).isEqualTo(GuardAnswer.MemberProgress.UNKNOWN);
        assertThat(read.leaderMemberId()).isEqualTo(2);
    }

    @Test
    void isNotBelievedWithoutTheSecret() throws Exception {
        var members = Places.members(3);
        var wrong = ClusterSecret.of("a secret of some other cluster");
        try (var server = GuardServer.start("127.0.0.1", members.get(1).guardPort(), wrong, () -> answer)) {
            assertThat(new Peers(0, members, Places.SECRET).ask()).isEmpty();
            assertThat(server).isNotNull();
        }
    }
}
