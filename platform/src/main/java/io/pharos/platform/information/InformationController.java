package io.pharos.platform.information;

import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.information.InformationTables.Term;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Notices and glossary for readers, and the published interface for other roles. */
@RestController
@Tag(name = "information", description = "Notices and glossary")
final class InformationController implements Notices {
    private final InformationTables tables;

    InformationController(InformationTables tables) {
        this.tables = tables;
    }

    /** All terms in their order. */
    record Glossary(List<Term> items) {}

    /** The notices in force. */
    record NoticeList(List<Notice> items) {}

    @GetMapping("/api/v1/glossary")
    @Operation(summary = "The terms of the platform in both languages; public")
    Glossary glossary() {
        return new Glossary(tables.glossary());
    }

    @GetMapping("/api/v1/notices")
    @Operation(summary = "The notices in force, the newest first; public")
    NoticeList notices(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") String languages) {
        boolean chinese = languages.toLowerCase(Locale.ROOT).startsWith("zh");
        return new NoticeList(tables.notices(chinese));
    }

    @Override
    public List<Notice> inForce(String language) {
        return tables.notices(
                ProblemTexts.language(Locale.forLanguageTag(language)).equals(Locale.CHINESE));
    }
}
