package io.pharos.platform.replay.plan;

/** How much of a book is compared with a recorded row. */
public final class TopLevels {
    /** Levels of each side, fewer where the recording has fewer. */
    public static final int COMPARED_MAX = 10;

    private TopLevels() {}
}
