-- The order that is, or was, cancelled with this one; 0 for none.
ALTER TABLE orders ADD COLUMN linked_order_id bigint NOT NULL DEFAULT 0;
