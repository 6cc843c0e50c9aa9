package io.pharos.platform.replay;

import io.pharos.platform.replay.exchange.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out who signs in: the command line and the environment, or the data directory of an exchange that runs here. */
final class StaffCredentials {
    private static final String FILE = "staff-credentials";
    private static final String PASSWORD_VARIABLE = "PHAROS_PASSWORD";
    private static final String USER_VARIABLE = "PHAROS_USER";

    private StaffCredentials() {}

    static Credentials find(ReplayOptions options) {
        String user = options.user() != null ? options.user() : System.getenv(USER_VARIABLE);
        if (user != null) {
            String password = System.getenv(PASSWORD_VARIABLE);
            if (password == null) {
                throw new ReplayOptions.UsageException(
                        "the password of " + user + " is missing: set " + PASSWORD_VARIABLE);
            }
            return new Credentials(user, password);
        }
        Path file = options.data().resolve(FILE);
        if (!Files.exists(file)) {
            throw new ReplayOptions.UsageException("who signs in is missing: there is no " + file
                    + " of a local exchange (name its --data), and no --user");
        }
        return read(file);
    }

    /** Reads {@code user: …} and {@code password: …}, or the two alone on their lines. */
    static Credentials read(Path file) {
        List<String> values = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String value =
                        line.replaceFirst("^\\s*[A-Za-z]+\\s*[:=]\\s*", "").strip();
                if (!value.isEmpty() && !line.startsWith("#")) {
                    values.add(value);
                }
            }
        } catch (IOException e) {
            throw new ReplayOptions.UsageException(file + " cannot be read: " + e.getMessage());
        }
        if (values.size() < 2) {
            throw new ReplayOptions.UsageException(file + " does not hold a user and a password");
        }
        return new Credentials(values.get(0), values.get(1));
    }
}
