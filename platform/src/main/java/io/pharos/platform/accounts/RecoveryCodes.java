package io.pharos.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Codes for the day on which the authenticator is lost: sixteen characters of Crockford's Base32, in fours, 80 random bits.
 * Letters that are easily taken for others do not occur; where they are typed all the same, they are read as meant.
 */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> make(SecureRandom random) {
        return Stream.generate(() -> one(random)).limit(COUNT).toList();
    }

    private static String one(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, LENGTH).forEach(i -> {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        });
        return code.toString();
    }

    /** Whether a text could be one, and not a code of an authenticator. */
    static boolean looksLikeOne(String text) {
        return normal(text).length() == LENGTH;
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(normal(code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String normal(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
