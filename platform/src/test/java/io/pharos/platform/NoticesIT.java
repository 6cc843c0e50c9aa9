package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staff post notices in both languages; everybody reads those in force; all of it is recorded. */
class NoticesIT {
    private final Pharos pharos = RunningPharos.shared();

    @Test
    void whatStaffPostIsReadInBothLanguagesUntilItIsWithdrawn() {
        Browser staff = Browser.staff(pharos);
        Answer posted = staff.postOnce("/api/v1/notices", key(), notice("WARNING"));
        assertThat(posted.status()).isEqualTo(201);
        String id = posted.text("/id");

        assertThat(titleFor("zh-CN", id)).isEqualTo("维护");
        assertThat(titleFor("en", id)).isEqualTo("Maintenance");

        Answer withdrawn = staff.delete("/api/v1/notices/" + id);
        assertThat(withdrawn.text("/withdrawnBy"))
                .isEqualTo(posted.text("/postedBy"))
                .startsWith("cus_");
        assertThat(titleFor("en", id)).isEmpty();
        assertThat(staff.delete("/api/v1/notices/" + id).text("/withdrawnAt"))
                .isEqualTo(withdrawn.text("/withdrawnAt"));
        assertThat(staff.get("/api/v1/notices/posted").response().body()).contains(id);
    }

    @Test
    void theSameKeyPostsOneNotice() {
        Browser staff = Browser.staff(pharos);
        String key = key();
        String id = staff.postOnce("/api/v1/notices", key, notice("INFO")).text("/id");

        Answer again = staff.postOnce("/api/v1/notices", key, notice("INFO"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(id);
        assertThat(staff.get("/api/v1/notices/posted").response().body()).containsOnlyOnce(id);

        Answer other = staff.postOnce("/api/v1/notices", key, notice("WARNING"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(staff.post("/api/v1/notices", notice("INFO")).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        staff.delete("/api/v1/notices/" + id);
    }

    @Test
    void aNoticeOfTomorrowIsNotShownToday() {
        Map<String, Object> tomorrow = new HashMap<>(notice("INFO"));
        tomorrow.put("startsAt", Instant.now().plus(Duration.ofDays(1)).toString());
        // Finer than the database keeps, and nearer to the next microsecond.
        Instant end = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MICROS);
        tomorrow.put("endsAt", end.plusNanos(900).toString());
        String id = Browser.staff(pharos)
                .postOnce("/api/v1/notices", key(), tomorrow)
                .text("/id");
        assertThat(id).startsWith("ntc_");
        assertThat(titleFor("en", id)).isEmpty();
    }

    @Test
    void theMostSevereComesFirst() {
        Browser staff = Browser.staff(pharos);
        List<String> ids = List.of(
                staff.postOnce("/api/v1/notices", key(), notice("CRITICAL")).text("/id"),
                staff.postOnce("/api/v1/notices", key(), notice("INFO")).text("/id"));
        assertThat(new Browser(pharos).get("/api/v1/notices").text("/items/0/severity"))
                .isEqualTo("CRITICAL");
        ids.forEach(id -> staff.delete("/api/v1/notices/" + id));
    }

    @Test
    void everyWrongValueIsNamed() {
        Answer answer = Browser.staff(pharos)
                .postOnce(
                        "/api/v1/notices",
                        key(),
                        Map.of("title", Map.of("zh", " ", "en", "x".repeat(81)), "endsAt", "2020-01-01T00:00:00Z"));
        assertThat(answer.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/title/zh", "/title/en", "/text/zh", "/text/en", "/severity", "/endsAt");
    }

    @Test
    void onlyStaffMayPostWithdrawOrSeeTheRecord() {
        Browser customer = Browser.registered(pharos);
        assertThat(customer.postOnce("/api/v1/notices", key(), notice("INFO")).status())
                .isEqualTo(403);
        assertThat(customer.delete("/api/v1/notices/sandbox").status()).isEqualTo(403);
        assertThat(customer.get("/api/v1/notices/posted").status()).isEqualTo(403);
        Browser visitor = new Browser(pharos);
        assertThat(visitor.postOnce("/api/v1/notices", key(), notice("INFO")).status())
                .isEqualTo(401);
        assertThat(visitor.get("/api/v1/notices/posted").status()).isEqualTo(401);
        assertThat(Browser.staff(pharos).delete("/api/v1/notices/ntc_none").code())
                .isEqualTo("NOTICE_NOT_FOUND");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String titleFor(String language, String id) {
        Browser browser = new Browser(pharos);
        Answer answer = browser.send(browser.request("/api/v1/notices")
                .header("Accept-Language", language)
                .GET());
        for (var item : answer.json().at("/items")) {
            if (item.at("/id").asString("").equals(id)) {
                return item.at("/title").asString("");
            }
        }
        return "";
    }

    private static Map<String, Object> notice(String severity) {
        return Map.of(
                "severity", severity,
                "title", Map.of("zh", "维护", "en", "Maintenance"),
                "text", Map.of("zh", "今晚 22 时起维护十分钟。", "en", "Ten minutes of maintenance from 22:00."));
    }
}
