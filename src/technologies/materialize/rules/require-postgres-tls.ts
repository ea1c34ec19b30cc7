import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectsTo, isTunnelled } from '../connections';
import { connections } from '../documentation';

const pg = (rest: string): string =>
  `CREATE CONNECTION users TO POSTGRES (HOST 'db.example.com', PORT 5432${rest}, DATABASE 'users');\n`;

export default defineRule({
  id: 'materialize/require-postgres-tls',
  catalogue: ['mz-pg-sslmode-disabled'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'A connection to PostgreSQL is not encrypted.',
  why: 'Without `SSL MODE` Materialize takes `disable`: rows and the password cross the network in clear.',
  remedy: "Write `SSL MODE 'require'`, or better `'verify-full'` with `SSL CERTIFICATE AUTHORITY`.",
  references: [connections],
  messages: {
    missing: 'The connection has no SSL MODE, so it is not encrypted.',
    disabled: 'SSL MODE "{mode}" does not demand encryption.',
  },
  fix: 'review',
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const type = at.at('type');
    if (!type || !connectsTo(at, 'POSTGRES') || isTunnelled(at)) return;
    const mode = at.text('options', 'SSL MODE');
    if (mode.is === 'absent' && at.has('options')) yield { message: 'missing', span: type.span };
    if (mode.is !== 'known' || !/^(?:disable|allow|prefer)$/i.test(mode.value)) return;
    const fix = at.fix('review', 'Require encryption', at.set(['options', 'SSL MODE'], 'require'));
    yield { message: 'disabled', data: { mode: mode.value }, span: mode.span, fix };
  },
  examples: {
    bad: [
      { path: 'c.sql', message: 'missing', text: pg('').replace('POSTGRES', '«POSTGRES»') },
      {
        path: 'c.sql',
        message: 'disabled',
        text: pg(", SSL MODE «'disable'»"),
        fixed: pg(", SSL MODE 'require'"),
      },
      {
        path: 'c.sql',
        message: 'disabled',
        text: pg(", SSL MODE = «'Prefer'»"),
        fixed: pg(", SSL MODE = 'require'"),
      },
    ],
    good: [
      { path: 'c.sql', text: pg(", SSL MODE 'verify-full'") },
      { path: 'c.sql', text: pg(", SSL MODE '${MODE}'") },
      { path: 'c.sql', text: pg(', SSH TUNNEL bastion') },
      { path: 'c.sql', text: pg(", AWS PRIVATELINK link, SSL MODE 'disable'") },
      { path: 'c.sql', text: "CREATE CONNECTION k TO KAFKA (BROKER 'b:9092');\n" },
      { path: 'c.sql', text: 'CREATE CONNECTION users TO POSTGRES;\n' },
      { path: 'c.sql', text: pg('').replace('CONNECTION', 'SOURCE') },
    ],
  },
});
