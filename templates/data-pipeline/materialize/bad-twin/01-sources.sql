CREATE SECRET kafka_password AS 'not-a-real-one-7f3a';

CREATE CONNECTION kafka TO KAFKA (
  BROKER 'kafka.example.com:9092',
  SECURITY PROTOCOL = 'SASL_PLAINTEXT',
  SASL MECHANISMS = 'SCRAM-SHA-512',
  SASL USERNAME = 'features',
  SASL PASSWORD = 'not-a-real-one-7f3a'
);

CREATE CONNECTION warehouse TO POSTGRES (
  HOST 'postgres.example.com',
  DATABASE 'risks',
  USER 'features',
  PASSWORD SECRET postgres_password
);

CREATE SOURCE payment_messages
FROM KAFKA CONNECTION kafka (TOPIC 'payments-valid')
FORMAT JSON
ENVELOPE NONE;

CREATE SOURCE risk_messages
IN CLUSTER features_ingest
FROM KAFKA CONNECTION kafka (TOPIC 'merchant-risks')
KEY FORMAT TEXT
VALUE FORMAT JSON
INCLUDE KEY AS merchant_id
ENVELOPE UPSERT;
