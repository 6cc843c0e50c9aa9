package io.pharos.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
    @TempDir
    Path directory;

    @Test
    void writesNameValueUnitReferenceRatioAndGoalOfEachFigure() throws IOException {
        Path file = directory.resolve("bench.json");
        assertThat(Bench.run("--quick", "--only=growth,recovery", "--json", file.toString()))
                .isZero();
        JsonNode list = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(list).isNotEmpty();
        assertThat(list.get(0).propertyNames()).containsExactly("name", "value", "unit", "reference", "ratio", "goal");
        assertThat(list.get(0).path("value").asDouble()).isPositive();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(Bench.run("--fast")).isEqualTo(2);
        assertThat(Bench.run("--only=nothing")).isEqualTo(2);
        assertThat(Bench.run("--json")).isEqualTo(2);
    }
}
