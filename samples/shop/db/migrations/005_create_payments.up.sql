CREATE TABLE payments (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id          bigint NOT NULL REFERENCES orders (id),
  amount            numeric(12,2) NOT NULL,
  currency          char(3) NOT NULL,
  status            text NOT NULL,
  gateway_reference text NOT NULL,
  captured_at       timestamptz NOT NULL,
  CONSTRAINT ck_payments_amount CHECK (amount > 0),
  CONSTRAINT ck_payments_status CHECK (status IN ('captured', 'failed')),
  CONSTRAINT ux_payments_gateway_reference UNIQUE (gateway_reference)
);

-- At most one captured payment for each order.
CREATE UNIQUE INDEX ux_payments_order_id_captured ON payments (order_id) WHERE status = 'captured';
