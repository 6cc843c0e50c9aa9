package io.pharos.platform.health;

/** How far a consumer of the journal has come. A projection publishes one as a bean; operations shows all of them. */
public interface Progress {
    /** The projection's name. */
    String name();

    /** Of the last event that it has taken in; 0 before the first. */
    long sequence();
}
