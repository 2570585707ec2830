ALTER TABLE orders DROP CONSTRAINT ck_orders_discount_percent;
ALTER TABLE orders DROP COLUMN discount_percent;
