DROP VIEW order_summaries;
DROP INDEX ix_orders_status;
DROP INDEX ix_orders_updated_at;
