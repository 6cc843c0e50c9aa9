package io.pharos.platform.accounts;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.pharos.platform.host.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts what a customer shares with the platform: AES-256-GCM by Tink, bound to the customer, so that a row moved to
 * another customer does not decrypt. The keys stand in a private file of the data directory; Tink's keysets rotate: what an
 * older key encrypted stays readable as long as that key is in the file. Thread-safe.
 */
final class SecretCipher {
    static final String FILE = "accounts.keyset.json";

    private final Aead aead;

    private SecretCipher(Aead aead) {
        this.aead = aead;
    }

    /** The cipher of an installation; its key is made at the first start. */
    static SecretCipher of(DataDirectory data) {
        try {
            Configuration configuration = AeadConfig2026.get();
            Path file = data.root().resolve(FILE);
            if (!Files.exists(file)) {
                KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, configuration);
                data.writePrivate(
                        FILE,
                        TinkJsonProtoKeysetFormat.serializeKeyset(made, configuration, InsecureSecretKeyAccess.get())
                                + "\n");
            }
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), configuration, InsecureSecretKeyAccess.get());
            return new SecretCipher(keys.getPrimitive(configuration, Aead.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the accounts cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of the accounts are damaged", e);
        }
    }

    /** Returns Base64. */
    String encrypt(byte[] plain, String customerId) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(plain, customerId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was not encrypted for this customer with a key that is known */
    byte[] decrypt(String encrypted, String customerId) {
        try {
            return aead.decrypt(Base64.getDecoder().decode(encrypted), customerId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of " + customerId + " cannot be decrypted", e);
        }
    }
}
