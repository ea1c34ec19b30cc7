import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isSqlLiteral } from '../../../shapes/sql-words';
import { connections, secrets } from '../documentation';
import { kafkaConnection } from '../example-text';

const secretOptions = ['SASL PASSWORD', 'PASSWORD', 'SSL KEY', 'SECRET ACCESS KEY'];

export default defineRule({
  id: 'materialize/no-inline-secret',
  catalogue: ['mz-inline-secret'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A connection has a password or key as a string.',
  why: 'Materialize takes these options only as secrets and refuses the string; and whoever reads the file has the password.',
  remedy: 'Create a secret, and write `SASL PASSWORD = SECRET kafka_password`.',
  references: [connections, secrets],
  messages: { inline: 'Option {option} has its secret in clear.' },
  fix: { none: 'The secret has to be created first, outside of the file.' },
  looksAt: [{ view: 'materialize/statement', path: ['options', '*'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !secretOptions.includes(at.key) || !isSqlLiteral(at)) return;
    yield { message: 'inline', data: { option: at.key }, span: value.span };
  },
  examples: {
    bad: [
      { path: 'c.sql', text: kafkaConnection(", SASL PASSWORD = «'geheim'», SASL USERNAME = 'app'") },
      {
        path: 'c.sql',
        text: "CREATE CONNECTION pg TO POSTGRES (HOST 'db', PASSWORD «'geheim'», SSL MODE 'require');\n",
      },
      { path: 'c.sql', text: kafkaConnection(", SSL KEY = «'-----BEGIN PRIVATE KEY-----'»") },
      {
        path: 'c.sql',
        text: "CREATE CONNECTION aws TO AWS (ACCESS KEY ID 'AKIA', SECRET ACCESS KEY = «'abc'»);\n",
      },
    ],
    good: [
      {
        path: 'c.sql',
        text: kafkaConnection(", SASL PASSWORD = SECRET kafka_password, SASL USERNAME = 'app'"),
      },
      { path: 'c.sql', text: kafkaConnection(", SASL PASSWORD = '${KAFKA_PASSWORD}'") },
      { path: 'c.sql', text: kafkaConnection(", SSL CERTIFICATE = '-----BEGIN CERTIFICATE-----'") },
    ],
  },
});
