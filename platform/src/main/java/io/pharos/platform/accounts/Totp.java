package io.pharos.platform.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of an authenticator application: TOTP after RFC 6238 with what all applications understand, six digits of
 * HMAC-SHA-1 every thirty seconds. A code of the step before or after is taken too, as clocks differ (RFC 6238, 5.2).
 */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int STEPS_APART_MAX = 1;
    private static final String ISSUER = "Pharos";

    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, 6, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    private Totp() {}

    /**
     * The time step whose code this is, near a moment.
     *
     * @param lastStep of the last code that was taken; neither it nor an earlier one is taken again
     */
    static OptionalLong step(byte[] secret, String code, Instant at, long lastStep) {
        long now = at.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = now - STEPS_APART_MAX; step <= now + STEPS_APART_MAX; step++) {
            // All are computed and compared in constant time: how long it takes says nothing.
            boolean matches = MessageDigest.isEqual(
                    code.getBytes(StandardCharsets.US_ASCII), code(secret, step).getBytes(StandardCharsets.US_ASCII));
            if (matches && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the authenticator's secret is no key", e);
        }
    }

    /** The secret as people type it: Base32 without padding. */
    static String text(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }

    /** What the QR code says: the key URI that authenticator applications read. */
    static String uri(byte[] secret, EmailAddress email) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(email.value()) + "?secret=" + text(secret) + "&issuer="
                + ISSUER;
    }

    /** A QR code as the path of an SVG drawing, one unit a module, with the quiet zone of four around it. */
    record QrCode(int size, String path) {
        private static final int QUIET = 4;

        static QrCode of(String text) {
            try {
                ByteMatrix modules =
                        Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
                StringBuilder path = new StringBuilder();
                for (int y = 0; y < modules.getHeight(); y++) {
                    for (int x = 0; x < modules.getWidth(); x++) {
                        if (modules.get(x, y) == 1) {
                            path.append('M')
                                    .append(x + QUIET)
                                    .append(' ')
                                    .append(y + QUIET)
                                    .append("h1v1h-1z");
                        }
                    }
                }
                return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
            } catch (WriterException e) {
                throw new IllegalStateException("a key URI fits into a QR code", e);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
