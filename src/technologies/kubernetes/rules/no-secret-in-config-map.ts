import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasKnownSecret, isSecretName, isSecretValue, passwordInUri } from '../../../shapes/secret-names';
import { resource } from '../example-manifests';
import { secrets } from '../sources';

export default defineRule({
  id: 'kubernetes/no-secret-in-config-map',
  catalogue: ['secret-in-configmap'],
  equivalents: [
    'polaris:sensitiveConfigmapContent',
    'trivy:KSV-0109',
    'trivy:KSV-01010',
    'kubescape:rule-credentials-configmap',
    'semgrep:secrets-in-config-file',
    'sonar:S6437',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A secret stands in a ConfigMap.',
  why: 'ConfigMaps are not encrypted at rest, and whoever may read configuration reads the password too.',
  remedy: 'Move the entry into a Secret.',
  references: [secrets],
  messages: {
    entry: 'Entry "{name}" holds a secret in clear.',
    known: 'Entry "{name}" holds something of the form of a known secret.',
    line: 'Line "{name}" of the file holds a secret in clear.',
  },
  fix: { none: 'The Secret has to be made first, and the value changed.' },
  looksAt: [{ view: 'kubernetes/config-map', path: ['data', '*'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !value.value.trim()) return;
    const isText = value.value.includes('\n');
    if (hasKnownSecret(value.value) || passwordInUri(value.value)) {
      yield { message: 'known', data: { name: at.key }, span: isText ? at.anchor : value.span };
    } else if (!isText && isSecretName(at.key) && isSecretValue(value.value)) {
      yield { message: 'entry', data: { name: at.key }, span: value.span };
    } else {
      const name = secretLine(value.value);
      if (name !== undefined)
        yield { message: 'line', data: { name }, span: isText ? at.anchor : value.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'data:\n  db-password: «hunter2» # for now\n  model: scorer\n'),
        message: 'entry',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'data:\n  «aws.ini»: |\n    key = AKIAIOSFODNN7EXAMPLE\n'),
        message: 'known',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'data:\n  url: «postgresql://app:hunter2@db/app»\n'),
        message: 'known',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'data:\n  «app.properties»: |\n    user=app\n    spring.datasource.password=hunter2\n',
        ),
        message: 'line',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'data:\n  db-password: ${PASSWORD}\n  model: scorer\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'data:\n  app.properties: |\n    password=${env:PASSWORD}\n    token.endpoint.url=https://example.com\n',
        ),
      },
      { path: 'manifest.yaml', text: resource('v1', 'Secret', 'data:\n  db-password: aHVudGVyMg==\n') },
      { path: 'manifest.yaml', text: resource('v1', 'ConfigMap', 'data:\n  db-password: ""\n') },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'data:\n  main.py: |\n    password = os.environ["PASSWORD"]\n    token = get_token()\n',
        ),
      },
    ],
  },
});

/** The name of a `name=value` or `name: value` line that holds a secret; code and references hold none. */
function secretLine(text: string): string | undefined {
  for (const line of text.split('\n')) {
    const match = /^\s*["']?([\w.-]+)["']?\s*[:=]\s*["']?([^\s"'()[\]{}<>;,]+)["']?,?\s*$/.exec(line);
    const [, name = '', value = ''] = match ?? [];
    if (match && isSecretName(name) && isSecretValue(value) && !/^(?:os|process|System|env)\./.test(value))
      return name;
  }
  return undefined;
}
