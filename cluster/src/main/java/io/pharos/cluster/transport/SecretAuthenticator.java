package io.pharos.cluster.transport;

import io.aeron.security.Authenticator;
import io.aeron.security.SessionProxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Admits whoever proves the cluster's secret, and nobody else: every session is challenged with 32 random bytes and has
 * one attempt. Used by the consensus module for clients and by the archive for readers and other members; each has its
 * own instance and its own thread.
 */
public final class SecretAuthenticator implements Authenticator {

    static final byte[] PURPOSE = "pharos session ".getBytes(StandardCharsets.US_ASCII);

    private static final int CHALLENGE_BYTES = 32;
    /** Sessions that never answer are forgotten, and so refused, beyond this many. */
    private static final int PENDING_MAX = 4096;

    private static final byte[] NO_PRINCIPAL = {};

    private final ClusterSecret secret;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, Attempt> attemptBySession = new LinkedHashMap<>();

    public SecretAuthenticator(ClusterSecret secret) {
        this.secret = secret;
    }

    @Override
    public void onConnectRequest(long sessionId, byte[] encodedCredentials, long nowMs) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        attemptBySession.put(sessionId, new Attempt(challenge));
        if (attemptBySession.size() > PENDING_MAX) {
            var eldest = attemptBySession.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    @Override
    public void onChallengeResponse(long sessionId, byte[] encodedCredentials, long nowMs) {
        var attempt = attemptBySession.get(sessionId);
        if (attempt != null && attempt.verdict == Verdict.OPEN) {
            boolean proven = secret.isProof(encodedCredentials, PURPOSE, attempt.challenge);
            attempt.verdict = proven ? Verdict.PROVEN : Verdict.REFUSED;
        }
    }

    @Override
    public void onConnectedSession(SessionProxy sessionProxy, long nowMs) {
        var attempt = attemptBySession.get(sessionProxy.sessionId());
        if (attempt == null) {
            sessionProxy.reject();
        } else {
            sessionProxy.challenge(attempt.challenge);
        }
    }

    @Override
    public void onChallengedSession(SessionProxy sessionProxy, long nowMs) {
        long sessionId = sessionProxy.sessionId();
        var attempt = attemptBySession.get(sessionId);
        if (attempt == null || attempt.verdict == Verdict.REFUSED) {
            sessionProxy.reject();
            attemptBySession.remove(sessionId);
        } else if (attempt.verdict == Verdict.PROVEN && sessionProxy.authenticate(NO_PRINCIPAL)) {
            attemptBySession.remove(sessionId);
        }
    }

    private enum Verdict {
        OPEN,
        PROVEN,
        REFUSED
    }

    /** Of one session; {@code verdict} changes once. */
    private static final class Attempt {
        private final byte[] challenge;
        private Verdict verdict = Verdict.OPEN;

        Attempt(byte[] challenge) {
            this.challenge = challenge;
        }
    }
}
