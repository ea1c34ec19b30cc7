CREATE TABLE orders (id BIGINT, price DECIMAL(10, 2), PRIMARY KEY (id)) WITH ('connector' = 'kafka', 'topic' = 'orders');
CREATE VIEW big AS SELECT * FROM orders WHERE price > 100;
INSERT INTO sink SELECT id, price FROM orders;
