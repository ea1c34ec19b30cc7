import { defineRule, isPlaceholder } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { isSecretName, isSecretValue, passwordInUri } from '../../../shapes/secret-names';
import { deployment, file, job, kafkaTable } from '../example-text';

export default defineRule({
  id: 'flink/no-inline-secret',
  catalogue: ['flinksql-inline-credentials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A password or key stands in a Flink file.',
  why: 'Whoever reads the repository, the image or the web interface can use it; it stays in the history when the line is gone.',
  remedy:
    'Put it in a secret and fill it in when the job is submitted: `${KAFKA_PASSWORD}`, or `kubernetes.secrets` for files.',
  references: [
    {
      title: 'Flink 2.2: using secrets on Kubernetes',
      url: 'https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/resource-providers/native_kubernetes/#using-secrets',
    },
  ],
  messages: { inline: 'A secret stands in clear in "{key}".' },
  fix: { none: 'Where the secret is to come from is not in the file.' },
  looksAt: [
    { view: 'flink/config', path: [] },
    { view: 'flink/sql-statement', path: ['options'] },
  ],
  *check(at): Iterable<Report> {
    yield* secretsBelow(at, '');
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}security.ssl.rest.keystore-password: «geheim» # change\nparallelism.default: 1\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('s3:\n  secret-key: «wJalrXUtnFEMI»\n  endpoint: https://s3\n', job('stateless')),
      },
      {
        path: 'tables.sql',
        text: "CREATE TABLE users (id STRING) WITH ('connector' = 'jdbc', 'password' = «'geheim'», 'table-name' = 'users');\n",
      },
      {
        path: 'tables.sql',
        text: kafkaTable(
          'events',
          'id STRING',
          `, 'properties.sasl.jaas.config' = 'a.B required username="a" password="«geheim»";'`,
        ),
      },
      {
        path: 'tables.sql',
        text: "CREATE TABLE users (id STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://flink:«geheim»@db/users');\n",
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}security.ssl.rest.keystore-password: \${PASSWORD}\n` },
      { path: 'config.yaml', text: `${file}s3.access-key-file: /etc/key\n` },
      {
        path: 'tables.sql',
        text: kafkaTable(
          'events',
          'id STRING',
          `, 'properties.sasl.jaas.config' = 'a.B required username="a" password="\${PASSWORD}";'`,
        ),
      },
      {
        path: 'tables.sql',
        text: "CREATE TABLE users (id STRING) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db/users', 'username' = 'flink');\n",
      },
      {
        path: 'other.sql',
        text: "CREATE SOURCE users (id STRING) WITH (connector = 'jdbc', password = 'geheim');\n",
      },
    ],
  },
});

function* secretsBelow(at: NodeView, prefix: string): Iterable<Report> {
  for (const entry of at.entries()) {
    const key = prefix + entry.key;
    if (entry.node?.type === 'map') {
      if (key.length < 100) yield* secretsBelow(entry, `${key}.`);
      continue;
    }
    const span = secretSpan(entry, key);
    if (span) yield { message: 'inline', data: { key }, span };
  }
}

function secretSpan(entry: NodeView, key: string): Span | undefined {
  const value = entry.text();
  if (value.is !== 'known') return undefined;
  if (isSecretName(key) && isSecretValue(value.value)) return value.span;
  const jaas = /(?:password|clientSecret)\s*=\s*(["'])(.+?)\1/.exec(value.value)?.[2];
  if (key.endsWith('sasl.jaas.config') && jaas !== undefined && !isPlaceholder(jaas))
    return part(entry, value.span, jaas);
  const place = passwordInUri(value.value.replace(/^jdbc:/, ''));
  return place && part(entry, value.span, value.value.replace(/^jdbc:/, '').slice(place.start, place.end));
}

/** Where a part of a value stands; the whole value when escapes make that unsure. */
function part(at: NodeView, whole: Span, text: string): Span {
  const offset = at.document.text.slice(whole.start, whole.end).indexOf(text);
  return offset < 0 ? whole : { start: whole.start + offset, end: whole.start + offset + text.length };
}
