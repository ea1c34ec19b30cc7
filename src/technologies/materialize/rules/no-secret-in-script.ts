import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { isSecretValue } from '../../../shapes/secret-names';
import { isSqlLiteral, statementKind } from '../../../shapes/sql-words';
import { secrets } from '../documentation';
import { kafkaConnection } from '../example-text';

const connection = kafkaConnection(', SASL PASSWORD = SECRET kafka_password');

export default defineRule({
  id: 'materialize/no-secret-in-script',
  catalogue: ['mz-secret-literal-in-repo'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A secret is created with its value in the script.',
  why: 'The value stays in the history of the repository, and whoever reads it can use it.',
  remedy: "Fill the value in when the script is run: `CREATE SECRET kafka_password AS '${KAFKA_PASSWORD}'`.",
  references: [secrets],
  messages: { literal: 'The value of secret "{name}" stands in the script.' },
  fix: { none: 'Where the value is to come from is not in the file.' },
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const body = at.at('body');
    if (!body || statementKind(at) !== 'CREATE SECRET' || !isSqlLiteral(body)) return;
    if (!isSecretValue(known(body.text()) ?? '')) return;
    yield { message: 'literal', data: { name: known(at.text('name')) ?? '' }, span: body.span };
  },
  examples: {
    bad: [{ path: 'c.sql', text: `CREATE SECRET kafka_password AS «'geheim'»; -- rotate\n${connection}` }],
    good: [
      { path: 'c.sql', text: `CREATE SECRET kafka_password AS '\${KAFKA_PASSWORD}';\n${connection}` },
      { path: 'c.sql', text: `CREATE SECRET kafka_password AS '';\n${connection}` },
      { path: 'c.sql', text: `CREATE SECRET kafka_password AS pg_read('x');\n${connection}` },
      { path: 'c.sql', text: `CREATE VIEW words AS 'geheim';\n${connection}` },
      { path: 'c.sql', text: `CREATE SECRET kafka_password;\n${connection}` },
      { path: 'other.sql', text: "CREATE SECRET p WITH (backend = 'meta') AS 'geheim';\n" },
    ],
  },
});
