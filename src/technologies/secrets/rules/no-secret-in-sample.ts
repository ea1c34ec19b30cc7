import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isSecretName, isSecretValue } from '../../../shapes/secret-names';

/** Long, with letters and digits: what people do not make up for a sample. */
const realistic = /^(?=.*[A-Za-z])(?=.*\d)[\w+/=.~-]{24,}$/;

export default defineRule({
  id: 'secrets/no-secret-in-sample',
  catalogue: ['secret-ml-token-literal'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sample of an environment file holds a secret that looks real.',
  why: 'Samples are committed so that others copy them; a real password or token in one is public to all who read the repository.',
  remedy: 'Leave the value empty, or write `change-me`; revoke what stood there.',
  references: [
    {
      title: 'CWE-798: use of hard-coded credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  messages: { real: 'The value of "{name}" looks like a real secret.' },
  fix: 'review',
  looksAt: [{ view: 'secrets/sample-variables', path: ['*'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !isSecretName(at.key) || !isSecretValue(value.value)) return;
    if (!realistic.test(value.value) || /(.)\1{5}|change|example|your|dummy/i.test(value.value)) return;
    const fix = at.fix('review', 'Empty the value', at.set([], ''));
    yield { message: 'real', data: { name: at.key }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: '.env.example',
        text: `A=1\nWANDB_API_KEY=«${'a1b2c3d4e5'.repeat(4)}» # mine\nB=2\n`,
        fixed: 'A=1\nWANDB_API_KEY= # mine\nB=2\n',
      },
      {
        path: 'deploy/.env.sample',
        text: `MLFLOW_TRACKING_PASSWORD=«${'Q7z'.repeat(8)}»\n`,
        fixed: 'MLFLOW_TRACKING_PASSWORD=\n',
      },
    ],
    good: [
      { path: '.env.example', text: 'HF_TOKEN=\nDB_PASSWORD=change-me-to-something-long-1\n' },
      { path: '.env.example', text: `DB_PASSWORD=${'Q7z'.repeat(7)}ab\n` },
      {
        path: '.env.example',
        text: `COMMIT=${'a1b2c3d4e5'.repeat(4)}\nA_TOKEN=\${X}${'Q7z'.repeat(8)}\n`,
      },
      { path: '.env.example', text: `API_KEY=your-${'Q7z'.repeat(8)}\nB_TOKEN=${'abc'.repeat(9)}\n` },
      { path: '.env', text: `DB_PASSWORD=${'Q7z'.repeat(8)}\n` },
    ],
  },
});
