package io.pharos.platform.information;

import io.pharos.platform.database.SchemaDatabase;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices and glossary, as they stand in the schema of information. */
final class InformationTables {
    private final JdbcClient jdbc;

    InformationTables(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** A text in both languages. */
    record Text(String zh, String en) {}

    /** A term and what it means. */
    record Term(String id, Text term, Text text) {}

    List<Term> glossary() {
        return jdbc.sql("SELECT * FROM glossary_term ORDER BY position")
                .query((row, number) -> new Term(
                        row.getString("term_id"),
                        new Text(row.getString("term_zh"), row.getString("term_en")),
                        new Text(row.getString("text_zh"), row.getString("text_en"))))
                .list();
    }

    List<Notices.Notice> notices(boolean chinese) {
        String language = chinese ? "zh" : "en";
        return jdbc.sql("""
                SELECT * FROM notice WHERE published_at <= now() AND (ends_at IS NULL OR ends_at > now())
                ORDER BY published_at DESC""")
                .query((row, number) -> new Notices.Notice(
                        row.getString("notice_id"),
                        row.getString("severity"),
                        row.getString("title_" + language),
                        row.getString("text_" + language),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
