package io.pharos.platform.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a customer signs in with. Masked in logs.
 *
 * @param value as it was typed, without spaces around it
 */
public record EmailAddress(@JsonValue String value) {
    private static final int LENGTH_MAX = 254;
    /** Whether mail arrives there only mail can tell; this keeps out what cannot be an address. */
    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        value = value.strip();
    }

    /** The form under which it is stored and looked up. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Why it cannot be an address, if so. */
    Optional<AccountProblem> refusal() {
        return value.length() <= LENGTH_MAX && FORM.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(AccountProblem.EMAIL_INVALID);
    }

    /** The part before the @. */
    String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "•••@•••";
    }
}
