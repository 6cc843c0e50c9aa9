package io.pharos.platform.information;

import io.pharos.platform.information.InformationTables.Text;
import io.pharos.platform.information.Notices.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice with all that is recorded of it, as staff see it.
 *
 * @param startsAt inclusive
 * @param endsAt exclusive; absent: it stands until it is withdrawn
 * @param postedBy the customer id of the member of staff, or {@code installation}
 */
record PostedNotice(
        String id,
        Severity severity,
        Text title,
        Text text,
        Instant startsAt,
        @Nullable Instant endsAt,
        String postedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {}
