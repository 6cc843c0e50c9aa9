package io.pharos.platform.host;

/** Where a FIX acceptor of this process listens; a bean where there is one. */
public interface FixEndpoint {
    String host();

    int port();

    /** What the acceptor calls itself (FIX 49). */
    String compId();
}
