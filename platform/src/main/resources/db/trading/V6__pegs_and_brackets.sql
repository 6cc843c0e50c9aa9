-- Pegged orders: what they follow, how far behind, and where they stand; 0 for out of the book.
ALTER TABLE orders ADD COLUMN peg_reference text NOT NULL DEFAULT 'NONE';
ALTER TABLE orders ADD COLUMN peg_offset_ticks bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN peg_price_ticks bigint NOT NULL DEFAULT 0;

-- The entry of a bracket says what its exits will be; an exit names its entry.
ALTER TABLE orders ADD COLUMN entry_order_id bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN take_profit_ticks bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN exit_stop_type text NOT NULL DEFAULT 'NONE';
ALTER TABLE orders ADD COLUMN exit_trigger_ticks bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN exit_price_ticks bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN exit_trail_ticks bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN exit_trail_ppm integer NOT NULL DEFAULT 0;
