package io.pharos.platform.peer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role that is needed for a call does not answer; the caller does without it and says so. */
public final class RoleUnavailable extends RuntimeException {
    private final String role;
    private final @Nullable Instant since;

    public RoleUnavailable(String role, @Nullable Instant since, @Nullable Throwable cause) {
        super("role " + role + " is not available", cause);
        this.role = role;
        this.since = since;
    }

    public String role() {
        return role;
    }

    /** Since when calls have been failing; null when the role runs nowhere that this process knows. */
    public @Nullable Instant since() {
        return since;
    }
}
