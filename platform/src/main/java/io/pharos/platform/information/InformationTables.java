package io.pharos.platform.information;

import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.information.Notices.Notice;
import io.pharos.platform.information.Notices.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices and glossary, as they stand in the schema of information. */
final class InformationTables {
    private final JdbcClient jdbc;

    InformationTables(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** A text in both languages. */
    record Text(String zh, String en) {
        String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

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

    List<Notice> inForce(boolean chinese, Instant now) {
        return jdbc.sql("""
                SELECT * FROM notice
                WHERE withdrawn_at IS NULL AND published_at <= :now AND (ends_at IS NULL OR ends_at > :now)
                ORDER BY array_position(ARRAY['CRITICAL', 'WARNING', 'INFO'], severity), published_at DESC""").param("now", utc(now)).query((row, number) -> posted(row)).list().stream()
                .map(notice -> new Notice(
                        notice.id(),
                        notice.severity(),
                        notice.title().in(chinese),
                        notice.text().in(chinese),
                        notice.startsAt(),
                        notice.endsAt()))
                .toList();
    }

    List<PostedNotice> posted(int count) {
        return jdbc.sql("SELECT * FROM notice ORDER BY published_at DESC, notice_id LIMIT :count")
                .param("count", count)
                .query((row, number) -> posted(row))
                .list();
    }

    /** Keeps a notice, unless there is one with its id; the one that is there now. */
    PostedNotice addOnce(PostedNotice notice) {
        Instant endsAt = notice.endsAt();
        jdbc.sql("""
                INSERT INTO notice (notice_id, severity, title_zh, title_en, text_zh, text_en, published_at, ends_at,
                                    posted_by)
                VALUES (:id, :severity, :titleZh, :titleEn, :textZh, :textEn, :starts, :ends, :by)
                ON CONFLICT (notice_id) DO NOTHING""")
                .param("id", notice.id())
                .param("severity", notice.severity().name())
                .param("titleZh", notice.title().zh())
                .param("titleEn", notice.title().en())
                .param("textZh", notice.text().zh())
                .param("textEn", notice.text().en())
                .param("starts", utc(notice.startsAt()))
                .param("ends", endsAt == null ? null : utc(endsAt))
                .param("by", notice.postedBy())
                .update();
        return find(notice.id()).orElseThrow();
    }

    /** Withdraws a notice; one that is withdrawn already stays as it is. Empty: there is none with this id. */
    Optional<PostedNotice> withdraw(String id, String staffId, Instant now) {
        jdbc.sql("""
                UPDATE notice SET withdrawn_at = :now, withdrawn_by = :by
                WHERE notice_id = :id AND withdrawn_at IS NULL""")
                .param("now", utc(now))
                .param("by", staffId)
                .param("id", id)
                .update();
        return find(id);
    }

    private Optional<PostedNotice> find(String id) {
        return jdbc.sql("SELECT * FROM notice WHERE notice_id = :id")
                .param("id", id)
                .query((row, number) -> posted(row))
                .optional();
    }

    private static PostedNotice posted(ResultSet row) throws SQLException {
        Instant startsAt = row.getObject("published_at", OffsetDateTime.class).toInstant();
        return new PostedNotice(
                row.getString("notice_id"),
                Severity.valueOf(row.getString("severity")),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                new Text(row.getString("text_zh"), row.getString("text_en")),
                startsAt,
                instant(row, "ends_at"),
                row.getString("posted_by"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawn_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
