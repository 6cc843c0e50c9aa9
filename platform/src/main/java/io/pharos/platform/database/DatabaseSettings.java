package io.pharos.platform.database;

import io.pharos.platform.host.Secret;

/**
 * How to reach the database as the user that may make schemas.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, without user and password
 */
public record DatabaseSettings(String url, String user, Secret password) {
    private static final String SCHEME = "jdbc:postgresql://";

    public DatabaseSettings {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("the database URL must begin with jdbc:postgresql://");
        }
    }

    /** The database and where it is, in words; what else the URL holds, a password perhaps, is left out. */
    String place() {
        String address =
                url.substring(SCHEME.length()).replaceFirst("\\?.*", "").replaceFirst(".*@", "");
        int slash = address.indexOf('/');
        String name = slash < 0 ? "" : address.substring(slash + 1);
        String hosts = slash < 0 ? address : address.substring(0, slash);
        return "the database " + (name.isEmpty() ? user : name) + " at "
                + (hosts.isEmpty() ? "localhost:5432" : hosts.matches(".*:\\d+") ? hosts : hosts + ":5432");
    }
}
