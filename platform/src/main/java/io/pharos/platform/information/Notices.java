package io.pharos.platform.information;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The interface that role information publishes to other roles. */
@HttpExchange
public interface Notices {
    /**
     * The notices that are in force, the newest first.
     *
     * @param language {@code zh} or {@code en}
     */
    @GetExchange("/internal/information/notices")
    List<Notice> inForce(@RequestParam("language") String language);

    /**
     * One notice.
     *
     * @param severity INFO or WARNING
     */
    record Notice(
            String id,
            @Schema(allowableValues = {"INFO", "WARNING"}) String severity,
            String title,
            String text,
            Instant publishedAt) {}
}
