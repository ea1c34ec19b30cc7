import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { placeOfWords } from '../../../shapes/sql-words';
import { connections, kafkaSource } from '../documentation';

export default defineRule({
  id: 'materialize/no-legacy-kafka-syntax',
  catalogue: ['mz-legacy-inline-kafka'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A statement names its Kafka brokers as Materialize did before 2023.',
  why: 'Today the parser refuses the statement: brokers belong to a connection, and sources and sinks name the connection.',
  remedy:
    "Write `CREATE CONNECTION kafka TO KAFKA (BROKER 'host:9092')` and `FROM KAFKA CONNECTION kafka (TOPIC 'topic')`.",
  references: [connections, kafkaSource],
  messages: { removed: '"{words}" is no longer understood by Materialize.' },
  fix: { none: 'The connection has to be made in a statement of its own.' },
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const span = placeOfWords(
      at,
      /(?<=^CREATE\s+(?:SOURCE|SINK)\s[^;]*\b(?:FROM|INTO)\s+)KAFKA\s+BROKER\b|(?<=^CREATE\s+CONNECTION\s+(?:IF\s+NOT\s+EXISTS\s+)?[\w."]+\s+)FOR\s+KAFKA\b/,
    );
    if (!span) return;
    const words = at.document.text.slice(span.start, span.end).toUpperCase();
    yield { message: 'removed', data: { words }, span };
  },
  examples: {
    bad: [
      {
        path: 'sources.sql',
        text: "CREATE SOURCE events FROM «KAFKA BROKER» 'broker:9092' TOPIC 'events' FORMAT JSON;\n",
      },
      {
        path: 'sinks.sql',
        text: "CREATE SINK scores FROM results INTO «KAFKA BROKER» 'broker:9092' TOPIC 'scores' FORMAT JSON;\n",
      },
      { path: 'sources.sql', text: "CREATE CONNECTION IF NOT EXISTS k «FOR KAFKA» BROKER 'broker:9092';\n" },
    ],
    good: [
      {
        path: 'sources.sql',
        text: "CREATE SOURCE events FROM KAFKA CONNECTION kafka (TOPIC 'KAFKA BROKER') FORMAT JSON;\n",
      },
      { path: 'sources.sql', text: "CREATE CONNECTION k TO KAFKA (BROKER 'broker:9092');\n" },
      {
        path: 'sources.sql',
        text: "CREATE CONNECTION csr FOR CONFLUENT SCHEMA REGISTRY URL 'http://registry:8081'; -- FOR KAFKA\n",
      },
    ],
  },
});
