CREATE SOURCE labels FROM KAFKA BROKER 'kafka.example.com:9092' TOPIC 'fraud-labels' FORMAT BYTES;
