package io.pharos.cluster.journal;

/**
 * How far a consumer has come. Only the sequence means the same on every member; where it stands in a member's
 * recording is a hint that saves a search.
 *
 * @param sequence    of the last event consumed; 0 before the first
 * @param memberId    whose recording the hint is about; −1 for no hint
 * @param recordingId of that member's archive
 * @param position    in that recording, after the chunk that holds the event
 */
public record JournalPosition(long sequence, int memberId, long recordingId, long position) {

    /** Before the first event. */
    public static final JournalPosition START = after(0);

    public JournalPosition {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence " + sequence + " is negative");
        }
    }

    /** After the event of this sequence, wherever it is recorded. */
    public static JournalPosition after(long sequence) {
        return new JournalPosition(sequence, -1, 0, 0);
    }
}
