CREATE TABLE predictions (
  card_id STRING,
  score DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud-predictions',
  'properties.bootstrap.servers' = 'kafka.example.com:9093',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.scram.ScramLoginModule required username="flink" password="Zk3v9QpL2xT7mB4nR8sW";',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);

CREATE TABLE labels (
  card_id STRING,
  is_fraud BOOLEAN
) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud-labels',
  'properties.bootstrap.servers' = 'kafka.example.com:9093',
  'format' = 'json'
);

CREATE TABLE training (card_id STRING, score DOUBLE, is_fraud BOOLEAN) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud-training',
  'properties.bootstrap.servers' = 'kafka.example.com:9093',
  'sink.delivery-guarantee' = 'none',
  'format' = 'json'
);

INSERT INTO training
SELECT p.card_id, p.score, l.is_fraud FROM predictions AS p JOIN labels AS l ON p.card_id = l.card_id;
