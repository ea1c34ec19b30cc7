CREATE SOURCE payment_messages IN CLUSTER features_ingest
FROM KAFKA CONNECTION kafka (TOPIC 'payments-valid') FORMAT JSON ENVELOPE NONE;

CREATE MATERIALIZED VIEW velocity AS
SELECT data ->> 'account_id' AS account_id, COUNT(*) AS payments FROM payment_messages GROUP BY 1;

CREATE SINK velocity_messages
FROM velocity
INTO KAFKA CONNECTION kafka (TOPIC 'fraud-features')
FORMAT JSON
ENVELOPE UPSERT;

CREATE SINK prediction_messages IN CLUSTER features_serve
FROM predictions
INTO KAFKA CONNECTION kafka (TOPIC 'fraud-predictions')
KEY (prediction_id) NOT ENFORCED
FORMAT JSON
ENVELOPE UPSERT;
