DROP TABLE etl_watermarks;
DROP TABLE reporting.daily_sales;
DROP SCHEMA reporting;
