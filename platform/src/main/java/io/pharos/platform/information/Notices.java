package io.pharos.platform.information;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The interface that role information publishes to other roles. */
@HttpExchange
public interface Notices {
    /**
     * The notices that are in force, the most severe first, then the newest.
     *
     * @param language {@code zh} or {@code en}
     */
    @GetExchange("/internal/information/notices")
    List<Notice> inForce(@RequestParam("language") String language);

    /**
     * One notice in one language.
     *
     * @param endsAt when it ends by itself; absent: it stands until it is withdrawn
     */
    record Notice(
            String id,
            Severity severity,
            String title,
            String text,
            Instant publishedAt,
            @Nullable Instant endsAt) {}

    /** How much it matters, from little to much. */
    enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }
}
