CREATE SOURCE predictions (
  card_id VARCHAR,
  score DOUBLE PRECISION
) WITH (
  connector = 'kafka',
  topic = 'fraud-predictions',
  properties.bootstrap.server = 'kafka.example.com:9093',
  properties.sasl.password = 'Zk3v9QpL2xT7mB4nR8sW',
  properties.enable.ssl.certificate.verification = 'false',
  scan.startup.mode = 'latest'
) FORMAT PLAIN ENCODE JSON;

CREATE SOURCE labels (
  card_id VARCHAR,
  is_fraud BOOLEAN,
  seen_at TIMESTAMPTZ,
  WATERMARK FOR seen_at AS seen_at
) WITH (
  connector = 'kafka',
  topic = 'fraud-labels',
  properties.bootstrap.server = 'kafka.example.com:9093'
) FORMAT PLAIN ENCODE JSON;

CREATE SINK labelled AS SELECT p.card_id, p.score, l.is_fraud FROM predictions AS p JOIN labels AS l ON p.card_id = l.card_id
WITH (
  connector = 'kafka',
  topic = 'fraud-labelled',
  properties.bootstrap.server = 'kafka.example.com:9093',
  force_append_only = 'true'
) FORMAT UPSERT ENCODE JSON;
