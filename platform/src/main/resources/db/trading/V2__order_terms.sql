-- What few orders have; 0 for what an order does not. The type is what it is now, the ordered type what it was placed as.
ALTER TABLE orders
    ADD COLUMN ordered_type        text,
    ADD COLUMN trigger_price_ticks bigint NOT NULL DEFAULT 0,
    ADD COLUMN trail_ticks         bigint NOT NULL DEFAULT 0,
    ADD COLUMN trail_ppm           int    NOT NULL DEFAULT 0,
    ADD COLUMN display_lots        bigint NOT NULL DEFAULT 0,
    ADD COLUMN expires_nanos       bigint NOT NULL DEFAULT 0;
UPDATE orders SET ordered_type = type;
ALTER TABLE orders ALTER COLUMN ordered_type SET NOT NULL;

DROP INDEX orders_open;
CREATE INDEX orders_open ON orders (account_id, created_sequence DESC)
    WHERE status IN ('PENDING_TRIGGER', 'NEW', 'PARTIALLY_FILLED');
