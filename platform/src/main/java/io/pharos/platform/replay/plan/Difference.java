package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.BookSide;

/**
 * A level at which a price-time book that plays the messages differs from the recorded row, and why.
 *
 * @param price ten-thousandths of a dollar
 * @param recordedQuantity what the row shows, 0 if it has no such level
 * @param playedQuantity what the messages add up to
 * @param explanation the reason, as the data show it
 * @param evidence the lines and orders that show it, in one sentence
 */
public record Difference(
        BookSide side,
        long price,
        long recordedQuantity,
        long playedQuantity,
        Explanation explanation,
        String evidence) {

    /** Why a row cannot be reached by playing the messages. */
    public enum Explanation {
        /** The row above ended at a better price: what rests here was submitted, changed or deleted out of view. */
        LEVEL_CAME_INTO_VIEW,
        /** An order that no message removes is gone: it was deleted while its price was out of view. */
        ORDER_LEFT_OUT_OF_VIEW,
        /** The message changes an order that was submitted out of view, whose quantity another order stood for. */
        ORDER_SUBMITTED_OUT_OF_VIEW,
        /** Nothing in the recording explains it. */
        UNEXPLAINED
    }
}
