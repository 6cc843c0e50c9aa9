package io.pharos.platform.trading.projection;

/**
 * How far an order has come.
 *
 * <pre>{@code
 *          ┌────────────► FILLED
 *   NEW ───┼─► PARTIALLY_FILLED ─► FILLED | CANCELLED | EXPIRED
 *          └────────────► CANCELLED | EXPIRED
 *   PENDING_TRIGGER ─► NEW | CANCELLED | EXPIRED (a stop, until the last price sets it off)
 *   REJECTED (by the core; it never was in the book)
 * }</pre>
 */
public enum OrderStatus {
    PENDING_TRIGGER,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    /** Its time, its trading day or its auction was over. */
    EXPIRED,
    REJECTED;

    /** Whether the order may still trade. */
    public boolean isOpen() {
        return this == PENDING_TRIGGER || this == NEW || this == PARTIALLY_FILLED;
    }
}
