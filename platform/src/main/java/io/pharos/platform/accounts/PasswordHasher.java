package io.pharos.platform.accounts;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with the parameters that OWASP's password storage cheat sheet gives first: 19 MiB, two passes, one lane. A
 * few run at once, so that a flood of sign-ins costs time and not memory. Thread-safe.
 */
final class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Bulkhead bulkhead = Bulkhead.of(
            "argon2",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(Math.max(2, Runtime.getRuntime().availableProcessors()))
                    .maxWaitDuration(Duration.ofSeconds(10))
                    .build());
    private volatile String dummy = "";

    String hash(Password password) {
        return bulkhead.executeSupplier(() -> encode(password.value()));
    }

    boolean matches(Password password, String hash) {
        return bulkhead.executeSupplier(() -> encoder.matches(password.value(), hash));
    }

    /** Takes as long as {@link #matches} and is never true: for names that nobody has. */
    boolean matchesNothing(Password password) {
        if (dummy.isEmpty()) {
            dummy = hash(new Password("a name that nobody has"));
        }
        matches(password, dummy);
        return false;
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("Argon2 gave no hash");
        }
        return hash;
    }
}
