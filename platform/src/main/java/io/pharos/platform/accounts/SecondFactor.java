package io.pharos.platform.accounts;

import io.pharos.platform.accounts.SecondFactorTable.Enrolment;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The second factor of those who have one: an authenticator's code, or a recovery code in its place. */
final class SecondFactor {
    private final SecondFactorTable table;
    private final SecretCipher cipher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(SecondFactorTable table, SecretCipher cipher, Clock clock) {
        this.table = table;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What a code was worth. */
    enum Check {
        NOT_NEEDED,
        MISSING,
        WRONG,
        CODE,
        RECOVERY_CODE
    }

    /** Whether a second factor is asked for. */
    boolean isOn(String customerId) {
        return table.totp(customerId).map(Enrolment::confirmed).orElse(false);
    }

    int recoveryCodesLeft(String customerId) {
        return table.codesLeft(customerId);
    }

    /** Checks a code, which is used up if it is right. */
    Check check(String customerId, @Nullable String code) {
        Optional<Enrolment> enrolment = table.totp(customerId).filter(Enrolment::confirmed);
        if (enrolment.isEmpty()) {
            return Check.NOT_NEEDED;
        }
        if (code == null || code.isBlank()) {
            return Check.MISSING;
        }
        if (RecoveryCodes.looksLikeOne(code)) {
            return table.useCode(customerId, RecoveryCodes.hash(code), clock.instant())
                    ? Check.RECOVERY_CODE
                    : Check.WRONG;
        }
        return take(customerId, enrolment.get(), code) ? Check.CODE : Check.WRONG;
    }

    /** Makes a secret that counts once {@link #confirm} has seen its first code; empty where one counts already. */
    Optional<byte[]> enrol(String customerId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        boolean stored = table.enrol(customerId, cipher.encrypt(secret, customerId), clock.instant());
        return stored ? Optional.of(secret) : Optional.empty();
    }

    /** Turns the second factor on if the code is right; returns new recovery codes, shown once and stored nowhere. */
    Optional<List<String>> confirm(String customerId, String code) {
        Optional<Enrolment> enrolment =
                table.totp(customerId).filter(waiting -> !waiting.confirmed() && take(customerId, waiting, code));
        return enrolment.map(unused -> {
            List<String> codes = newRecoveryCodes(customerId);
            table.confirm(customerId, clock.instant());
            return codes;
        });
    }

    List<String> newRecoveryCodes(String customerId) {
        List<String> codes = RecoveryCodes.make(random);
        table.replaceCodes(customerId, codes.stream().map(RecoveryCodes::hash).toList());
        return codes;
    }

    boolean turnOff(String customerId) {
        return table.remove(customerId);
    }

    private boolean take(String customerId, Enrolment enrolment, String code) {
        Instant now = clock.instant();
        OptionalLong step = Totp.step(
                cipher.decrypt(enrolment.secret(), customerId), code.replace(" ", ""), now, enrolment.lastStep());
        return step.isPresent() && table.take(customerId, step.getAsLong());
    }
}
