package io.pharos.platform.information;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.information.InformationTables.Text;
import io.pharos.platform.information.Notices.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as staff write it.
 *
 * @param startsAt when it is shown first; absent: at once
 * @param endsAt when it is shown no more; absent: until it is withdrawn
 */
record NoticeForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Severity severity,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Draft title,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Draft text,

        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {
    private static final int TITLE_LENGTH_MAX = 80;
    private static final int TEXT_LENGTH_MAX = 600;

    /** A text that must be given in both languages. */
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String zh,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String en) {
        private boolean says(Text kept) {
            return zh != null && en != null && kept.equals(new Text(zh.strip(), en.strip()));
        }
    }

    /** The notice that it makes. @throws ProblemException that names every value that is wrong */
    PostedNotice post(String staffId, IdempotencyKey key, Instant now) {
        List<FieldProblem> wrong = new ArrayList<>();
        Text checkedTitle = text("/title", title, TITLE_LENGTH_MAX, wrong);
        Text checkedText = text("/text", text, TEXT_LENGTH_MAX, wrong);
        Instant starts = kept(startsAt == null || startsAt.isBefore(now) ? now : startsAt);
        Instant ends = endsAt == null ? null : kept(endsAt);
        if (severity == null) {
            wrong.add(FieldProblem.of("/severity", EdgeProblem.VALUE_MISSING));
        }
        if (ends != null && !ends.isAfter(starts)) {
            wrong.add(FieldProblem.of("/endsAt", InformationProblem.NOTICE_PERIOD_EMPTY));
        }
        if (severity == null || !wrong.isEmpty()) {
            throw new ProblemException(
                    wrong.getFirst().code(), wrong, wrong.getFirst().arguments().toArray());
        }
        return new PostedNotice(
                id(staffId, key), severity, checkedTitle, checkedText, starts, ends, staffId, null, null);
    }

    /** Whether a notice on record says what this form says: the same attempt again, and not another one under its key. */
    boolean wrote(PostedNotice notice) {
        return notice.severity() == severity
                && title != null
                && title.says(notice.title())
                && text != null
                && text.says(notice.text())
                && Objects.equals(notice.endsAt(), endsAt == null ? null : kept(endsAt));
    }

    /** A moment as the database keeps it, which would round what is finer. */
    private static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** One attempt of one member of staff makes one notice. */
    private static String id(String staffId, IdempotencyKey key) {
        return "ntc_" + UUID.nameUUIDFromBytes((staffId + "/" + key.value()).getBytes(StandardCharsets.UTF_8));
    }

    private static Text text(String pointer, @Nullable Draft draft, int lengthMax, List<FieldProblem> wrong) {
        return new Text(
                line(pointer + "/zh", draft == null ? null : draft.zh(), lengthMax, wrong),
                line(pointer + "/en", draft == null ? null : draft.en(), lengthMax, wrong));
    }

    private static String line(String pointer, @Nullable String given, int lengthMax, List<FieldProblem> wrong) {
        String line = given == null ? "" : given.strip();
        if (line.isEmpty()) {
            wrong.add(FieldProblem.of(pointer, EdgeProblem.VALUE_MISSING));
        } else if (line.length() > lengthMax) {
            wrong.add(FieldProblem.of(pointer, EdgeProblem.VALUE_TOO_LONG, lengthMax));
        } else if (line.chars().anyMatch(Character::isISOControl)) {
            wrong.add(FieldProblem.of(pointer, EdgeProblem.VALUE_MALFORMED));
        }
        return line;
    }
}
