package io.pharos.platform.database;

import io.pharos.platform.host.Secret;

/**
 * How to reach the database as the user that may make schemas.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, without user and password
 */
public record DatabaseSettings(String url, String user, Secret password) {
    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("the database URL must begin with jdbc:postgresql://");
        }
    }
}
