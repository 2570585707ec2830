CREATE TABLE shipments (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL REFERENCES orders (id),
  carrier       text NOT NULL,
  tracking_code text NOT NULL,
  shipped_at    timestamptz NOT NULL,
  delivered_at  timestamptz,
  CONSTRAINT ux_shipments_tracking_code UNIQUE (carrier, tracking_code),
  CONSTRAINT ck_shipments_delivered_at CHECK (delivered_at IS NULL OR delivered_at >= shipped_at)
);

CREATE INDEX ix_shipments_order_id ON shipments (order_id);
