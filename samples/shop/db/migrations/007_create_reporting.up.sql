CREATE SCHEMA reporting;

CREATE TABLE reporting.daily_sales (
  sale_date    date NOT NULL,
  product_id   bigint NOT NULL,
  currency     char(3) NOT NULL,
  orders_count integer NOT NULL,
  units_sold   integer NOT NULL,
  net_amount   numeric(14,2) NOT NULL,
  refreshed_at timestamptz NOT NULL,
  PRIMARY KEY (sale_date, product_id, currency),
  CONSTRAINT ck_daily_sales_units_sold CHECK (units_sold >= 0)
);

CREATE TABLE etl_watermarks (
  job_name   text PRIMARY KEY,
  watermark  timestamptz NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
