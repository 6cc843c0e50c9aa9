package io.pharos.platform.information;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.information.InformationTables.Term;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices and glossary for readers, the desk where staff post notices, and the published interface for other roles. */
@RestController
@Tag(name = "information", description = "Notices and glossary")
final class InformationController implements Notices {
    private static final int POSTED_SHOWN = 100;

    private final InformationTables tables;
    private final Clock clock;

    InformationController(InformationTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** All terms in their order. */
    record Glossary(List<Term> items) {}

    /** The notices in force. */
    record NoticeList(List<Notice> items) {}

    /** What was posted. */
    record PostedNotices(List<PostedNotice> items) {}

    @GetMapping("/api/v1/glossary")
    @Operation(summary = "The terms of the platform in both languages; public")
    Glossary glossary() {
        return new Glossary(tables.glossary());
    }

    @GetMapping("/api/v1/notices")
    @Operation(summary = "The notices in force, the most severe first, then the newest; public")
    NoticeList notices(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") String languages) {
        boolean chinese = languages.toLowerCase(Locale.ROOT).startsWith("zh");
        return new NoticeList(tables.inForce(chinese, clock.instant()));
    }

    @GetMapping("/api/v1/notices/posted")
    @Operation(summary = "What was posted and withdrawn, by whom and when, the newest first; staff only")
    PostedNotices posted(Caller caller) {
        requireStaff(caller);
        return new PostedNotices(tables.posted(POSTED_SHOWN));
    }

    @PostMapping("/api/v1/notices")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Post a notice, now or for a period; once for a key; staff only")
    PostedNotice post(Caller caller, IdempotencyKey key, @RequestBody NoticeForm form) {
        requireStaff(caller);
        PostedNotice notice = form.post(caller.customerId(), key, clock.instant());
        PostedNotice kept = tables.addOnce(notice);
        if (!form.wrote(kept)) {
            throw new ProblemException(EdgeProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return kept;
    }

    @DeleteMapping("/api/v1/notices/{id}")
    @Operation(summary = "Withdraw a notice; it stays on record; staff only")
    @ApiResponse(responseCode = "200", description = "the notice as it stands on record")
    PostedNotice withdraw(Caller caller, @PathVariable("id") String id) {
        requireStaff(caller);
        return tables.withdraw(id, caller.customerId(), clock.instant())
                .orElseThrow(() -> new ProblemException(InformationProblem.NOTICE_NOT_FOUND));
    }

    @Override
    public List<Notice> inForce(String language) {
        return tables.inForce(
                ProblemTexts.language(Locale.forLanguageTag(language)).equals(Locale.CHINESE), clock.instant());
    }

    private static void requireStaff(Caller caller) {
        if (caller.role() != CallerRole.STAFF) {
            throw new ProblemException(EdgeProblem.FORBIDDEN);
        }
    }
}
