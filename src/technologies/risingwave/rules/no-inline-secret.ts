import { defineRule } from '../../../core';
import type { Report, Span } from '../../../core';
import { isSecretName, isSecretValue, passwordInUri } from '../../../shapes/secret-names';
import { isSqlLiteral } from '../../../shapes/sql-words';
import { manageSecrets } from '../documentation';
import { ingestion } from '../example-text';

export default defineRule({
  id: 'risingwave/no-inline-secret',
  catalogue: ['rw-inline-credentials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A password or key stands in an option of RisingWave SQL.',
  why: 'Everybody who may read the repository, or the definition of the source in the database, has the password.',
  remedy: 'Create a secret once, and write `properties.sasl.password = secret kafka_password`.',
  references: [manageSecrets],
  messages: { inline: 'A secret stands in clear in "{key}".' },
  fix: { none: 'The secret has to be created first, outside of the file.' },
  looksAt: [{ view: 'risingwave/statement', path: ['options', '*'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !isSqlLiteral(at)) return;
    const { key } = at;
    if (isSecretName(key) && isSecretValue(value.value)) {
      yield { message: 'inline', data: { key }, span: value.span };
      return;
    }
    const place = passwordInUri(value.value.replace(/^jdbc:/, '     '));
    if (!place || value.value.includes("'")) return;
    const start = value.span.start + 1;
    const span: Span = { start: start + place.start, end: start + place.end };
    yield { message: 'inline', data: { key }, span };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: ingestion('events', ", properties.sasl.password = «'geheim'», group.id.prefix = 'a'"),
      },
      {
        path: 's.sql',
        text: ingestion(
          'events',
          '',
          "FORMAT PLAIN ENCODE AVRO (schema.registry = 'http://r', schema.registry.password = «'geheim'»)",
        ),
      },
      {
        path: 's.sql',
        text: "CREATE SINK s FROM v WITH (connector = 'jdbc', jdbc.url = 'jdbc:postgresql://app:«geheim»@db/x', table.name = 'x');\n",
      },
      {
        path: 's.sql',
        text: "CREATE SOURCE s WITH (connector = 's3', s3.credentials.secret = «'wJalrXUtnFEMI'», s3.region_name = 'eu');\n",
      },
    ],
    good: [
      { path: 's.sql', text: ingestion('events', ', properties.sasl.password = secret kafka_password') },
      { path: 's.sql', text: ingestion('events', ", properties.sasl.password = '${KAFKA_PASSWORD}'") },
      { path: 's.sql', text: ingestion('events', ", properties.sasl.username = 'app'") },
      { path: 's.sql', text: ingestion('events', ", url = 'postgresql://app@db/x'") },
      {
        path: 'flink.sql',
        text: "CREATE TABLE s (id STRING) WITH ('connector' = 'kafka', 'properties.sasl.password' = 'geheim');\n",
      },
    ],
  },
});
