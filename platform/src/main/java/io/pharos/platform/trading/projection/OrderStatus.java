package io.pharos.platform.trading.projection;

/**
 * How far an order has come.
 *
 * <pre>{@code
 *          ┌────────────► FILLED
 *   NEW ───┼─► PARTIALLY_FILLED ─► FILLED | CANCELLED
 *          └────────────► CANCELLED
 *   REJECTED (by the core; it never was in the book)
 * }</pre>
 */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    REJECTED;

    /** Whether the order may still trade. */
    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
