package io.pharos.cluster.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What members, clients and readers of one cluster know and nobody else does. It never travels: a caller proves it by
 * HMAC-SHA-256 over a challenge. Masked in print.
 */
public final class ClusterSecret {

    /** The fewest characters accepted. */
    public static final int LENGTH_MIN = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private ClusterSecret(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A secret of at least {@link #LENGTH_MIN} characters.
     *
     * @throws IllegalArgumentException if it is shorter
     */
    public static ClusterSecret of(String secret) {
        if (secret.length() < LENGTH_MIN) {
            throw new IllegalArgumentException("the cluster's secret has fewer than " + LENGTH_MIN + " characters");
        }
        return new ClusterSecret(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The proof of knowing the secret, for these bytes: 32 bytes. */
    public byte[] prove(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    /** Compares in constant time. */
    public boolean isProof(byte[] proof, byte[]... parts) {
        return MessageDigest.isEqual(proof, prove(parts));
    }

    @Override
    public String toString() {
        return "ClusterSecret[masked]";
    }
}
