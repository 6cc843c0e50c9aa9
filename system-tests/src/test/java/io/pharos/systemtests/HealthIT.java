package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.systemtests.process.ApiSession;
import io.pharos.systemtests.process.CoreMembers;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The health page of staff, with three members of the core in processes of their own: all healthy, one killed, back. */
class HealthIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path work;

    @Test
    void allMembersAreShownAlsoOneThatIsKilled() {
        try (CoreMembers members = CoreMembers.bootstrap(work.resolve("core"), 3);
                PharosProcess platform = PharosProcess.start(
                        work.resolve("platform"),
                        "--roles=edge,web,accounts,trading,market,payments,information,operations,sandbox",
                        "--core-members=" + members.addresses(),
                        "--core-secret-file=" + members.secretFile())) {
            ApiSession staff = platform.staff();
            JsonNode whole = Wait.until(
                    "three members agree, and have a snapshot, and every part of the process is up",
                    PATIENCE,
                    () -> health(staff),
                    health -> agreeing(health) == 3
                            && health.at("/processes/0/state").asString().equals("UP")
                            && members(health).stream().allMatch(member -> member.hasNonNull("snapshotAgeSeconds")));
            assertThat(roles(whole)).containsExactlyInAnyOrder("LEADER", "FOLLOWER", "FOLLOWER");
            assertThat(members(whole)).allSatisfy(member -> {
                assertThat(member.path("logPosition").asLong()).isPositive();
                assertThat(member.path("commitPosition").asLong()).isPositive();
                assertThat(member.path("digestSequence").asLong())
                        .isEqualTo(whole.at("/agreement/sequence").asLong());
                assertThat(member.path("digest").asString())
                        .isEqualTo(whole.at("/members/0/digest").asString());
            });
            assertThat(whole.at("/processes/0/parts").values().stream()
                            .map(part -> part.path("role").asString()))
                    .contains("trading", "market", "operations");

            int killed = memberWith(whole, "FOLLOWER");
            Instant killedAt = Instant.now();
            members.kill(killed);
            JsonNode without = Wait.until(
                    "one does not answer, and two agree",
                    PATIENCE,
                    () -> health(staff),
                    health -> member(health, killed).path("role").asString().equals("UNREACHABLE")
                            && agreeing(health) == 2);
            JsonNode missing = member(without, killed);
            assertThat(Instant.parse(missing.path("since").asString())).isAfter(killedAt.minusSeconds(1));
            assertThat(missing.path("address").asString())
                    .isEqualTo(members.addresses().split(",", -1)[killed]);
            assertThat(missing.hasNonNull("logPosition")).isFalse();
            assertThat(missing.hasNonNull("digest")).isFalse();
            assertThat(roles(without)).containsExactlyInAnyOrder("LEADER", "FOLLOWER", "UNREACHABLE");

            members.restart(killed);
            Wait.until(
                    "it is back and agrees",
                    PATIENCE,
                    () -> health(staff),
                    health -> agreeing(health) == 3
                            && member(health, killed).path("role").asString().equals("FOLLOWER"));
        }
    }

    private static JsonNode health(ApiSession staff) {
        return staff.get("/api/v1/operations/health").require(200).json();
    }

    /** How many members were found equal; 0 if they were not, or could not be compared. */
    private static int agreeing(JsonNode health) {
        return health.at("/agreement/equal").asBoolean(false)
                ? health.at("/agreement/members").asInt()
                : 0;
    }

    private static List<JsonNode> members(JsonNode health) {
        return List.copyOf(health.path("members").values());
    }

    private static List<String> roles(JsonNode health) {
        return members(health).stream()
                .map(member -> member.path("role").asString())
                .toList();
    }

    private static JsonNode member(JsonNode health, int memberId) {
        return health.path("members").path(memberId);
    }

    private static int memberWith(JsonNode health, String role) {
        return members(health).stream()
                .filter(member -> member.path("role").asString().equals(role))
                .findFirst()
                .orElseThrow()
                .path("memberId")
                .asInt();
    }
}
