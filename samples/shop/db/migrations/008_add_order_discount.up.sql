ALTER TABLE orders
  ADD COLUMN discount_percent numeric(5,2) NOT NULL DEFAULT 0;

ALTER TABLE orders
  ADD CONSTRAINT ck_orders_discount_percent CHECK (discount_percent BETWEEN 0 AND 100);
