package io.pharos.platform.replay.exchange;

/**
 * The exchange's answer to one command.
 *
 * @param status as of HTTP: 200 to 299 is success
 * @param orderId the exchange's id; empty if refused
 * @param sequence of the last event of the command; 0 if it caused none
 * @param filledQuantity of the order, in shares
 * @param reason code and detail of a refusal; empty if none
 */
public record OrderReply(String id, int status, String orderId, long sequence, long filledQuantity, String reason) {
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}
