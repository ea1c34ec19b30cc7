/** A connection to Kafka; `options` are added behind the broker. */
export function kafkaConnection(options = ''): string {
  return `CREATE CONNECTION kafka TO KAFKA (BROKER 'broker.example.com:9092'${options});\n`;
}

/** A source on a topic; `rest` stands behind the format. */
export function kafkaSource(rest = '', name = 'events'): string {
  return `CREATE SOURCE ${name} IN CLUSTER ingest FROM KAFKA CONNECTION kafka (TOPIC '${name}') FORMAT JSON${rest};\n`;
}

/** A sink to a topic; `rest` stands behind the connection. */
export function kafkaSink(rest: string, name = 'scores'): string {
  return `CREATE SINK ${name} IN CLUSTER serve FROM results INTO KAFKA CONNECTION kafka (TOPIC '${name}') ${rest};\n`;
}
