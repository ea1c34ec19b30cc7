/** A source or table on a topic; `options` are added, `format` stands behind. */
export function ingestion(
  name: string,
  options = '',
  format = 'FORMAT PLAIN ENCODE JSON',
  columns = 'id VARCHAR, seen_at TIMESTAMPTZ',
  kind = 'TABLE',
): string {
  return `CREATE ${kind} ${name} (${columns}) WITH (connector = 'kafka', topic = '${name.replace(/[«»]/g, '')}', properties.bootstrap.server = 'broker:9092'${options}) ${format};\n`;
}

/** A sink to a topic; `options` are added, `format` stands behind. */
export function sink(options = '', format = 'FORMAT PLAIN ENCODE JSON', query = 'FROM results'): string {
  return `CREATE SINK scores ${query} WITH (connector = 'kafka', topic = 'scores', properties.bootstrap.server = 'broker:9092'${options}) ${format};\n`;
}

/** A project of Compose with one service. */
export function service(text: string): string {
  return `services:\n  risingwave:\n    image: risingwavelabs/risingwave:v3.0.3\n${text}`;
}
