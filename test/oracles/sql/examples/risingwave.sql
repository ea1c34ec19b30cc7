-- Clicks from the bus; a semicolon in a string: ';'
CREATE SOURCE clicks (id INT, at TIMESTAMP, WATERMARK FOR at AS at - INTERVAL '5 minutes')
WITH (connector = 'kafka', topic = 'cl;icks', properties.bootstrap.server = 'b:9092') FORMAT PLAIN ENCODE JSON;
CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR NOT NULL, score DECIMAL(10, 2));
CREATE TABLE pairs (a INT, b INT, PRIMARY KEY (a, b));
CREATE MATERIALIZED VIEW IF NOT EXISTS counts AS SELECT user_id, count(*) AS n FROM clicks GROUP BY user_id;
CREATE SINK out_counts FROM counts WITH (connector = 'kafka', topic = 'counts') FORMAT UPSERT ENCODE JSON;
CREATE VIEW recent AS WITH r AS (SELECT * FROM clicks) SELECT * FROM r;
INSERT INTO users (id, name) VALUES (1, 'it''s');
/* a ; comment */ SELECT id, "odd;name" FROM users;
DROP TABLE IF EXISTS pairs;
