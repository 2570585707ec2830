CREATE TABLE orders (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id  bigint NOT NULL REFERENCES customers (id),
  status       text NOT NULL DEFAULT 'pending',
  currency     char(3) NOT NULL,
  placed_at    timestamptz NOT NULL,
  delivered_at timestamptz,
  updated_at   timestamptz NOT NULL,
  CONSTRAINT ck_orders_status CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')),
  CONSTRAINT ck_orders_delivered_at CHECK ((status = 'delivered') = (delivered_at IS NOT NULL))
);

CREATE TABLE order_items (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id   bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id bigint NOT NULL REFERENCES products (id),
  quantity   integer NOT NULL,
  unit_price numeric(12,2) NOT NULL,
  line_total numeric(12,2) NOT NULL,
  CONSTRAINT ux_order_items_order_product UNIQUE (order_id, product_id),
  CONSTRAINT ck_order_items_quantity CHECK (quantity > 0),
  CONSTRAINT ck_order_items_line_total CHECK (line_total >= 0)
);

CREATE INDEX ix_orders_customer_id ON orders (customer_id, placed_at DESC);
CREATE INDEX ix_order_items_product_id ON order_items (product_id);
