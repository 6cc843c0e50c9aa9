package io.pharos.platform.replay.follow;

/**
 * A visible execution that was played.
 *
 * @param line of the message file
 * @param recordedId the order that NASDAQ filled
 * @param aggressorOrderId our aggressive order's id on the exchange; empty if it was refused
 * @param makerKey our order that stands for the recorded one, 0 if unknown
 * @param quantity of the message
 * @param filledQuantity of our aggressive order
 * @param evidence why a price-time book fills another order; empty if it fills the same
 */
public record PlayedExecution(
        int line,
        long recordedId,
        String aggressorOrderId,
        long makerKey,
        long quantity,
        long filledQuantity,
        String evidence) {
    public PlayedExecution withEvidence(String sentence) {
        return new PlayedExecution(line, recordedId, aggressorOrderId, makerKey, quantity, filledQuantity, sentence);
    }
}
