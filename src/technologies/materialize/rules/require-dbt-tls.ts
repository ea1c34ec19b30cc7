import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dbt } from '../documentation';

const profile = (rest: string, host = 'mz.example.com'): string =>
  `features:\n  outputs:\n    prod:\n      type: materialize\n      host: ${host}\n${rest}      port: 6875\n`;

export default defineRule({
  id: 'materialize/require-dbt-tls',
  catalogue: ['mz-dbt-pass-inline'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'dbt connects to Materialize without demanding TLS.',
  why: 'The password and all rows can be read on the way: without `sslmode` the client is content with a connection in clear.',
  remedy: 'Write `sslmode: require`.',
  references: [dbt],
  messages: {
    missing: 'The target has no sslmode.',
    disabled: 'sslmode "{mode}" does not demand TLS.',
  },
  fix: 'review',
  looksAt: [{ view: 'materialize/dbt-output', path: [] }],
  *check(at): Iterable<Report> {
    const host = at.text('host');
    const mode = at.text('sslmode');
    if (host.is !== 'known' || /^(?:localhost|127\.|::1$|materialized?$)/.test(host.value)) return;
    const fix = at.fix('review', 'Require TLS', at.set(['sslmode'], 'require'));
    if (mode.is === 'absent') yield { message: 'missing', span: host.span, fix };
    if (mode.is !== 'known' || !/^(?:disable|allow|prefer)$/.test(mode.value)) return;
    yield { message: 'disabled', data: { mode: mode.value }, span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'profiles.yml',
        message: 'missing',
        text: profile('', '«mz.example.com» # cloud'),
        fixed: `${profile('', 'mz.example.com # cloud')}      sslmode: require\n`,
      },
      {
        path: 'profiles.yml',
        message: 'disabled',
        text: profile('      sslmode: «disable» # later\n'),
        fixed: profile('      sslmode: require # later\n'),
      },
      {
        path: 'profiles.yml',
        message: 'disabled',
        text: profile('      sslmode: «prefer»\n'),
        fixed: profile('      sslmode: require\n'),
      },
    ],
    good: [
      { path: 'profiles.yml', text: profile('      sslmode: verify-full\n') },
      { path: 'profiles.yml', text: profile('      sslmode: "{{ env_var(\'MODE\') }}"\n') },
      { path: 'profiles.yml', text: profile('', 'localhost') },
      { path: 'profiles.yml', text: profile('').replace('materialize', 'postgres') },
    ],
  },
});
