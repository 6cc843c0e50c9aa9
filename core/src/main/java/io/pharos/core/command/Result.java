package io.pharos.core.command;

/** What a command made or changed, beside its outcome. The engine clears it before each command. */
public final class Result {
    /** See {@code Reply.entityId}. */
    public long entityId;

    /** Lots of the order filled so far. */
    public long filledLots;

    /** Lots of the order still open. */
    public long remainingLots;

    public void clear() {
        entityId = 0;
        filledLots = 0;
        remainingLots = 0;
    }
}
