package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.RunningPharos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API that stands in the repository is the one that the code gives. */
class OpenApiIT {
    private static final Path FILE =
            Path.of(System.getProperty("pharos.basedir", "..")).resolve("docs/reference/openapi.json");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Test
    void theDescriptionInTheRepositoryIsUpToDate() throws IOException {
        String answer = new Browser(RunningPharos.shared())
                .get("/api/v1/openapi.json")
                .response()
                .body();
        String now = JSON.writeValueAsString(JSON.readValue(answer, Object.class)) + "\n";
        String before = Files.exists(FILE) ? Files.readString(FILE) : "";
        if (!now.equals(before)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, now);
        }
        assertThat(now.equals(before))
                .as("docs/reference/openapi.json was out of date and is written anew: look at the change and commit it")
                .isTrue();
    }

    @Test
    void theReferencePageLoadsNothingFromElsewhere() {
        Browser browser = new Browser(RunningPharos.shared());
        String page = browser.get("/reference").response().body();
        assertThat(page).contains("/reference/reference.js").doesNotContain("http");
        assertThat(browser.get("/reference/reference.js").status()).isEqualTo(200);
    }
}
