import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isSecretValue } from '../../../shapes/secret-names';
import { dbt } from '../documentation';

const profile = (rest: string): string =>
  `features:\n  target: prod\n  outputs:\n    prod:\n      type: materialize\n      host: mz.example.com\n${rest}      sslmode: require\n`;

export default defineRule({
  id: 'materialize/no-dbt-password',
  catalogue: ['mz-dbt-pass-inline'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The profile of dbt has the password of Materialize.',
  why: 'Whoever reads the repository can read and change every feature and label; the history keeps the password when the line is gone.',
  remedy: `Write \`pass: "{{ env_var('MZ_PASSWORD') }}"\`.`,
  references: [dbt],
  messages: { inline: 'The password of Materialize stands in clear.' },
  fix: 'review',
  looksAt: [
    { view: 'materialize/dbt-output', path: ['pass'] },
    { view: 'materialize/dbt-output', path: ['password'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !isSecretValue(value.value)) return;
    const fix = at.fix('review', 'Read it from MZ_PASSWORD', at.set([], "{{ env_var('MZ_PASSWORD') }}"));
    yield { message: 'inline', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'profiles.yml',
        text: profile('      pass: «geheim» # change\n'),
        fixed: profile(`      pass: "{{ env_var('MZ_PASSWORD') }}" # change\n`),
      },
      {
        path: 'profiles.yml',
        text: profile('      password: «"geheim"»\n'),
        fixed: profile(`      password: "{{ env_var('MZ_PASSWORD') }}"\n`),
      },
    ],
    good: [
      { path: 'profiles.yml', text: profile(`      pass: "{{ env_var('MZ_PASSWORD') }}"\n`) },
      { path: 'profiles.yml', text: profile('      pass: ""\n') },
      { path: 'profiles.yml', text: profile('      pass: geheim\n').replace('materialize', 'postgres') },
    ],
  },
});
