import { defineRule, isPlaceholder } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { isSecretName, isSecretValue } from '../../../shapes/secret-names';
import { dataflow } from '../example-text';

const jaas = (password: string): string =>
  `pipeline:\n  transforms:\n    - type: ReadFromKafka\n      config:\n        consumer_config:\n          sasl.jaas.config: 'a.B required username="a" password="${password}";' # login\n`;

export default defineRule({
  id: 'beam/no-inline-secret',
  catalogue: ['beam-yaml-inline-credentials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A password or key stands in a pipeline or its options.',
  why: 'Options are shown in the console of the runner and written to its logs, and the file is kept in the repository.',
  remedy:
    'Fill it in when the pipeline is built (`{{ password }}`), or read it from a secret manager in the transform.',
  references: [
    {
      title: 'Beam YAML: Jinja templates',
      url: 'https://beam.apache.org/documentation/sdks/yaml/#jinja-templates',
    },
  ],
  messages: { inline: 'A secret stands in clear in {key}.' },
  fix: { none: 'Where the secret is to come from is not in the file.' },
  looksAt: [
    { view: 'beam/pipeline', path: ['pipeline'] },
    { view: 'beam/options', path: [] },
  ],
  *check(at): Iterable<Report> {
    yield* secretsBelow(at, 0);
  },
  examples: {
    bad: [
      { path: 'clicks.yaml', text: jaas('«geheim»') },
      {
        path: 'write.yaml',
        text: 'pipeline:\n  transforms:\n    - type: WriteToJdbc\n      config:\n        password: «geheim» # db\n        table: t\n',
      },
      {
        path: 'options.json',
        text: dataflow(',\n  "azure_connection_string": «"DefaultEndpointsProtocol=https;AccountKey=abc"»'),
      },
    ],
    good: [
      { path: 'clicks.yaml', text: jaas('${PASSWORD}') },
      { path: 'clicks.yaml', text: jaas('') },
      {
        path: 'write.yaml',
        text: 'pipeline:\n  transforms:\n    - type: WriteToJdbc\n      config:\n        password: "{{ password }}"\n        table: t\n',
      },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});

function* secretsBelow(at: NodeView, depth: number): Iterable<Report> {
  if (depth > 30) return;
  for (const item of at.items()) yield* secretsBelow(item, depth + 1);
  for (const entry of at.entries()) {
    const span = secretSpan(entry);
    if (span) yield { message: 'inline', data: { key: entry.key }, span };
    else yield* secretsBelow(entry, depth + 1);
  }
}

function secretSpan(entry: NodeView): Span | undefined {
  const value = entry.text();
  if (value.is !== 'known') return undefined;
  if (isSecretName(entry.key) && isSecretValue(value.value)) return value.span;
  const password =
    entry.key.endsWith('sasl.jaas.config') && /password\s*=\s*(["'])(.+?)\1/.exec(value.value)?.[2];
  if (password === false || password === undefined || isPlaceholder(password)) return undefined;
  const offset = entry.document.text.slice(value.span.start, value.span.end).indexOf(password);
  if (offset < 0) return value.span;
  return { start: value.span.start + offset, end: value.span.start + offset + password.length };
}
