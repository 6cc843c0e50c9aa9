package io.pharos.cluster.transport;

import io.aeron.security.CredentialsSupplier;

/** Proves the cluster's secret to a member that challenges: the secret itself is never sent. */
public final class SecretCredentials implements CredentialsSupplier {

    private static final byte[] NONE = {};

    private final ClusterSecret secret;

    public SecretCredentials(ClusterSecret secret) {
        this.secret = secret;
    }

    @Override
    public byte[] encodedCredentials() {
        return NONE;
    }

    @Override
    public byte[] onChallenge(byte[] encodedChallenge) {
        return secret.prove(SecretAuthenticator.PURPOSE, encodedChallenge);
    }
}
