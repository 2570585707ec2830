-- A few rows for local work. Apply after the migrations, on an empty database.
INSERT INTO customers (email, full_name, loyalty_tier) VALUES
  ('ada@example.com', 'Ada Wong', 'gold'),
  ('ben@example.com', 'Ben Okafor', 'standard');

INSERT INTO categories (name) VALUES ('Kitchen'), ('Garden');

INSERT INTO products (category_id, sku, name, unit_price)
SELECT c.id, v.sku, v.name, v.unit_price
FROM (VALUES
  ('Kitchen', 'KIT-001', 'Chef knife', 49.90),
  ('Kitchen', 'KIT-002', 'Paper napkin', 0.99),
  ('Garden', 'GAR-001', 'Watering can', 24.50)) AS v (category, sku, name, unit_price)
JOIN categories c ON c.name = v.category;

INSERT INTO inventory (product_id, on_hand) SELECT id, 500 FROM products;
