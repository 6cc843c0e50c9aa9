package io.pharos.platform.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A password on its way to being hashed. Masked in logs. Any characters are allowed, and pasting is: length is what
 * counts (NIST SP 800-63B).
 *
 * @param value as it was typed
 */
public record Password(@JsonValue String value) {
    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    /** @throws IllegalArgumentException when it is no text: half of a surrogate pair cannot be hashed */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("a password is text");
        }
    }

    /** Why it is not good enough for a new account, if so. */
    Optional<AccountProblem> refusal(EmailAddress email) {
        if (value.length() < LENGTH_MIN) {
            return Optional.of(AccountProblem.PASSWORD_SHORT);
        }
        if (value.length() > LENGTH_MAX) {
            return Optional.of(AccountProblem.PASSWORD_LONG);
        }
        boolean guessable = value.equalsIgnoreCase(email.value())
                || value.chars().distinct().count() < 4;
        return guessable ? Optional.of(AccountProblem.PASSWORD_GUESSABLE) : Optional.empty();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
