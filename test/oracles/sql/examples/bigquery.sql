CREATE OR REPLACE TABLE `project.data.features` (id INT64 NOT NULL, vector ARRAY<FLOAT64>, s STRUCT<a INT64, b STRING>);
CREATE TABLE data.copy AS SELECT * FROM data.features;
CREATE VIEW data.v AS SELECT "a;b" AS x;
INSERT INTO data.copy (id) SELECT 1;
WITH x AS (SELECT 1 AS a) SELECT a FROM x;
