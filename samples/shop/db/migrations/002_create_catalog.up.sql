CREATE TABLE categories (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      text NOT NULL UNIQUE,
  parent_id bigint REFERENCES categories (id)
);

CREATE TABLE products (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  category_id bigint NOT NULL REFERENCES categories (id),
  sku         text NOT NULL UNIQUE,
  name        text NOT NULL,
  unit_price  numeric(12,2) NOT NULL,
  currency    char(3) NOT NULL DEFAULT 'EUR',
  is_active   boolean NOT NULL DEFAULT true,
  CONSTRAINT ck_products_unit_price CHECK (unit_price >= 0)
);

CREATE INDEX ix_products_category_id ON products (category_id);
