package io.pharos.platform.sandbox.venue;

/** How the sandbox venue behaves. */
public enum VenueMode {
    /** As an exchange should. */
    NORMAL,
    /** Takes messages and does not answer. */
    STALL,
    /** Refuses new orders. */
    REJECT,
    /** Sends every report twice. */
    DUPLICATE,
    /** Sends every report after the next one. */
    REORDER
}
