import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isSecretName, isSecretValue } from '../../../shapes/secret-names';
import { functions } from '../documentation';
import { pulsarFunction } from '../example-text';

export default defineRule({
  id: 'pulsar/no-inline-secret',
  catalogue: ['pulsar-function-secrets-in-userconfig'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A password or key stands in the settings of a function.',
  why: 'Settings are kept in the metadata of the cluster and shown to everyone who may look at the function, and the file stays in the repository.',
  remedy: 'Use the `secrets` map, which names where the value is kept.',
  references: [functions],
  messages: { inline: 'A secret stands in clear in {key}.' },
  fix: { none: 'Where the secret is to come from is not in the file.' },
  looksAt: [
    { view: 'pulsar/function', path: ['userConfig', '*'] },
    { view: 'pulsar/function', path: ['configs', '*'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !isSecretName(at.key) || !isSecretValue(value.value)) return;
    yield { message: 'inline', data: { key: at.key }, span: value.span };
  },
  examples: {
    bad: [
      { path: 'function.yaml', text: pulsarFunction('userConfig:\n  apiKey: «abc123» # mine\n') },
      { path: 'sink.yaml', text: pulsarFunction('configs:\n  password: «geheim»\n  table: t\n') },
    ],
    good: [
      { path: 'function.yaml', text: pulsarFunction('userConfig:\n  apiKey: ${API_KEY}\n') },
      { path: 'function.yaml', text: pulsarFunction('userConfig:\n  model: churn\n') },
      { path: 'function.yaml', text: pulsarFunction('secrets:\n  apiKey: { path: functions, key: api }\n') },
    ],
  },
});
