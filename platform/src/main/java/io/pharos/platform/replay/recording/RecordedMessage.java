package io.pharos.platform.replay.recording;

/**
 * One line of a message file.
 *
 * @param line its number in the file, from 1
 * @param timeNanos nanoseconds after midnight
 * @param orderId the exchange's reference of the resting order; 0 for hidden executions
 * @param quantity shares
 * @param price ten-thousandths of a dollar; of the resting order
 * @param side the side of the resting order
 */
public record RecordedMessage(
        int line, long timeNanos, Kind kind, long orderId, long quantity, long price, BookSide side) {

    /** What happened, with LOBSTER's number. */
    public enum Kind {
        SUBMISSION(1),
        REDUCTION(2),
        DELETION(3),
        VISIBLE_EXECUTION(4),
        HIDDEN_EXECUTION(5),
        CROSS_TRADE(6),
        HALT(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("type " + code + " is not one of 1 to 7");
        }

        /** Whether the message changes a displayed order. */
        public boolean changesTheBook() {
            return code <= VISIBLE_EXECUTION.code;
        }
    }
}
