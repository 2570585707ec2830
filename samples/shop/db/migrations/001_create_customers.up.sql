CREATE TABLE customers (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email        text NOT NULL,
  full_name    text NOT NULL,
  loyalty_tier text NOT NULL DEFAULT 'standard',
  created_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_customers_loyalty_tier CHECK (loyalty_tier IN ('standard', 'silver', 'gold'))
);

-- E-mail addresses are compared without regard to case.
CREATE UNIQUE INDEX ux_customers_email ON customers (lower(email));
