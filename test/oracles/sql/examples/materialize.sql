CREATE TABLE t (id int NOT NULL, doc jsonb DEFAULT '{}', amount numeric(38, 2));
CREATE MATERIALIZED VIEW totals AS SELECT sum(amount) AS total FROM t;
CREATE OR REPLACE VIEW v AS SELECT * FROM t WHERE doc ->> 'a;b' = 'c';
CREATE SOURCE s FROM KAFKA CONNECTION k (TOPIC 'events') FORMAT JSON;
CREATE SECRET pw AS 'hidden';
INSERT INTO public.t SELECT * FROM other;
SELECT $$a;b$$;
DROP VIEW v;
