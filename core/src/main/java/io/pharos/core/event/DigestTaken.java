package io.pharos.core.event;

/** The digest of the whole state, before this event. */
public final class DigestTaken extends Event {
    /** Equal on every member at the same sequence. */
    public long digest;
}
