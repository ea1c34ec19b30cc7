import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectsTo, isTunnelled } from '../connections';
import { connections } from '../documentation';
import { kafkaConnection } from '../example-text';

const encrypted: Readonly<Record<string, string | undefined>> = {
  PLAINTEXT: 'SSL',
  SASL_PLAINTEXT: 'SASL_SSL',
};

export default defineRule({
  id: 'materialize/no-plaintext-kafka',
  catalogue: ['mz-kafka-plaintext'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'Materialize talks to Kafka without encryption.',
  why: 'Events, features and passwords can be read and changed on the way; since v0.78 Materialize itself takes SSL where nothing is said.',
  remedy: "Delete the option, or write `SECURITY PROTOCOL = 'SSL'` or `'SASL_SSL'`.",
  references: [
    connections,
    { title: 'Materialize v0.78 release notes', url: 'https://materialize.com/docs/releases/v0.78/' },
  ],
  messages: { plain: 'The connection uses {protocol}, which does not encrypt.' },
  fix: 'review',
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const protocol = at.text('options', 'SECURITY PROTOCOL');
    if (protocol.is !== 'known' || !connectsTo(at, 'KAFKA') || isTunnelled(at)) return;
    const better = encrypted[protocol.value.toUpperCase()];
    if (better === undefined) return;
    const edits = at.set(['options', 'SECURITY PROTOCOL'], better);
    const fix = at.fix('review', `Use ${better}`, edits);
    yield { message: 'plain', data: { protocol: protocol.value }, span: protocol.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'c.sql',
        text: kafkaConnection(", SECURITY PROTOCOL = «'PLAINTEXT'», PORT = 1"),
        fixed: kafkaConnection(", SECURITY PROTOCOL = 'SSL', PORT = 1"),
      },
      {
        path: 'c.sql',
        text: kafkaConnection(', SECURITY PROTOCOL = «sasl_plaintext»'),
        fixed: kafkaConnection(', SECURITY PROTOCOL = SASL_SSL'),
      },
    ],
    good: [
      { path: 'c.sql', text: kafkaConnection(", SECURITY PROTOCOL = 'SASL_SSL'") },
      { path: 'c.sql', text: kafkaConnection(", SECURITY PROTOCOL = '${PROTOCOL}'") },
      { path: 'c.sql', text: kafkaConnection(", SECURITY PROTOCOL = 'PLAINTEXT', SSH TUNNEL bastion") },
      {
        path: 'c.sql',
        text: kafkaConnection(" USING AWS PRIVATELINK link, SECURITY PROTOCOL = 'PLAINTEXT'"),
      },
      { path: 'c.sql', text: "CREATE CONNECTION x TO MYSQL (HOST 'db', SECURITY PROTOCOL = 'PLAINTEXT');\n" },
    ],
  },
});
