import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/span';
import type { TreeNode } from '../../../src/core/tree';
import { sqlFormat } from '../../../src/formats/sql/sql';
import { entryAt, listAt, mapAt, nodeAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = sqlFormat.parseTolerant.bind(sqlFormat);

/** All that is said of the first statement, but its whole text. */
const statement = (text: string): unknown => {
  const map = mapAt(read(text), 'statements', 0);
  return plainOf({ ...map, entries: map.entries.filter(({ key }) => key !== 'text') });
};

const flink = `-- orders
SET 'execution.checkpointing.interval' = '60s';
CREATE TEMPORARY TABLE IF NOT EXISTS \`db\`.orders (
  id BIGINT NOT NULL,
  price DECIMAL(10, 2), /* money */
  item ROW<name STRING, tags ARRAY<STRING>>,
  ts TIMESTAMP(3) METADATA FROM 'timestamp',
  PRIMARY KEY (id, ts) NOT ENFORCED,
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) PARTITIONED BY (day) WITH (
  'connector' = 'kafka', -- the bus
  'topic' = 'it''s'
);
EXECUTE STATEMENT SET BEGIN
INSERT INTO sink SELECT a, ';' FROM orders;
END;
`;

describe('format sql', () => {
  it('reads a Flink table', () => {
    const document = read(flink);
    assert.deepEqual(document.problems, []);
    const table = mapAt(document, 'statements', 1);
    assert.deepEqual(plainOf({ ...table, entries: table.entries.filter(({ key }) => key !== 'text') }), {
      kind: 'CREATE TABLE',
      modifiers: 'TEMPORARY',
      name: 'db.orders',
      columns: [
        { name: 'id', type: 'BIGINT', constraints: 'NOT NULL' },
        { name: 'price', type: 'DECIMAL(10, 2)' },
        { name: 'item', type: 'ROW<name STRING, tags ARRAY<STRING>>' },
        { name: 'ts', type: 'TIMESTAMP(3)', constraints: "METADATA FROM 'timestamp'" },
      ],
      primaryKey: ['id', 'ts'],
      watermark: { column: 'ts', expression: "ts - INTERVAL '5' SECOND" },
      options: { connector: 'kafka', topic: "it's" },
    });
  });

  it('cuts statements at semicolons, and a statement set at its BEGIN', () => {
    const kinds = listAt(read(flink), 'statements').items.map((item) =>
      item.type === 'map' ? item.entries[0] : undefined,
    );
    assert.deepEqual(
      kinds.map((entry) => plainOf(entry?.value)),
      ['SET', 'CREATE TABLE', 'EXECUTE STATEMENT SET', 'INSERT', 'END'],
    );
    assert.equal(scalarIn(read(flink), 'statements', 3, 'body').text, "SELECT a, ';' FROM orders");
    assert.equal(scalarIn(read(flink), 'statements', 3, 'into').text, 'sink');
  });

  it('gives exact spans', () => {
    const document = read(`\uFEFF${flink}`);
    const { text } = document;
    assert.equal(sliceOf(text, scalarIn(document, 'statements', 1, 'kind').span), 'CREATE TEMPORARY TABLE');
    assert.equal(sliceOf(text, scalarIn(document, 'statements', 1, 'name').span), '`db`.orders');
    const topic = entryAt(document, 'statements', 1, 'options', 'topic');
    assert.equal(sliceOf(text, topic.keySpan), "'topic'");
    assert.equal(sliceOf(text, topic.value.span), "'it''s'");
    assert.equal(sliceOf(text, entryAt(document, 'statements', 1, 'options').keySpan), 'WITH');
    assert.equal(sliceOf(text, scalarIn(document, 'statements', 1, 'watermark', 'column').span), 'ts');
    const whole = scalarIn(document, 'statements', 0, 'text');
    assert.equal(whole.text, "SET 'execution.checkpointing.interval' = '60s'");
    assert.equal(sliceOf(text, whole.span), whole.text);
  });

  it('reads what Materialize writes', () => {
    assert.deepEqual(
      statement(`CREATE CONNECTION IF NOT EXISTS kafka TO KAFKA (
        BROKER 'b:9092', SECURITY PROTOCOL = 'SASL_SSL', SASL PASSWORD = SECRET pw, SASL USERNAME SECRET u)`),
      {
        kind: 'CREATE CONNECTION',
        name: 'kafka',
        type: 'KAFKA',
        options: {
          BROKER: 'b:9092',
          'SECURITY PROTOCOL': 'SASL_SSL',
          'SASL PASSWORD': 'SECRET pw',
          'SASL USERNAME': 'SECRET u',
        },
      },
    );
    assert.deepEqual(
      statement(`CREATE SOURCE s IN CLUSTER c FROM KAFKA CONNECTION kafka (TOPIC 't')
        KEY FORMAT TEXT VALUE FORMAT AVRO USING CONFLUENT SCHEMA REGISTRY CONNECTION csr
        INCLUDE KEY AS k, TIMESTAMP ENVELOPE UPSERT WITH (SIZE = '3xsmall')`),
      {
        kind: 'CREATE SOURCE',
        name: 's',
        cluster: 'c',
        from: 'KAFKA CONNECTION kafka',
        connection: 'kafka',
        keyFormat: 'TEXT',
        format: 'AVRO USING CONFLUENT SCHEMA REGISTRY CONNECTION csr',
        include: 'KEY AS k, TIMESTAMP',
        envelope: 'UPSERT',
        options: { TOPIC: 't', SIZE: '3xsmall' },
      },
    );
    assert.deepEqual(
      statement(
        "CREATE SINK s FROM v INTO KAFKA CONNECTION k (TOPIC 't') KEY (id) NOT ENFORCED FORMAT JSON ENVELOPE DEBEZIUM",
      ),
      {
        kind: 'CREATE SINK',
        name: 's',
        from: 'v',
        into: 'KAFKA CONNECTION k',
        connection: 'k',
        format: 'JSON',
        envelope: 'DEBEZIUM',
        options: { TOPIC: 't' },
      },
    );
    assert.deepEqual(statement("CREATE SECRET pw AS 'it''s'"), {
      kind: 'CREATE SECRET',
      name: 'pw',
      body: "it's",
    });
    assert.deepEqual(statement("CREATE CLUSTER c (SIZE = '100cc', REPLICATION FACTOR 2)"), {
      kind: 'CREATE CLUSTER',
      name: 'c',
      options: { SIZE: '100cc', 'REPLICATION FACTOR': '2' },
    });
    assert.deepEqual(statement('ALTER SYSTEM SET max_tables TO 10'), {
      kind: 'ALTER SYSTEM SET',
      name: 'max_tables',
      options: { max_tables: '10' },
    });
  });

  it('reads what RisingWave writes', () => {
    assert.deepEqual(
      statement(`CREATE SOURCE s (*, id INT PRIMARY KEY, WATERMARK FOR ts AS ts - INTERVAL '1' HOUR)
        INCLUDE timestamp AS kts INCLUDE partition
        WITH (connector = 'kafka', properties.bootstrap.server = 'b:9092', properties.sasl.password = secret pw)
        FORMAT UPSERT ENCODE AVRO (schema.registry = 'http://r')`),
      {
        kind: 'CREATE SOURCE',
        name: 's',
        columns: [{ name: '*' }, { name: 'id', type: 'INT', constraints: 'PRIMARY KEY' }],
        primaryKey: ['id'],
        watermark: { column: 'ts', expression: "ts - INTERVAL '1' HOUR" },
        include: 'timestamp AS kts INCLUDE partition',
        format: 'UPSERT',
        encode: 'AVRO',
        options: {
          connector: 'kafka',
          'properties.bootstrap.server': 'b:9092',
          'properties.sasl.password': 'secret pw',
          'schema.registry': 'http://r',
        },
      },
    );
    assert.deepEqual(
      statement(
        "CREATE SINK s AS WITH x AS (SELECT 1) SELECT * FROM x WITH (connector = 'kafka') FORMAT PLAIN ENCODE JSON",
      ),
      {
        kind: 'CREATE SINK',
        name: 's',
        body: 'WITH x AS (SELECT 1) SELECT * FROM x',
        format: 'PLAIN',
        encode: 'JSON',
        options: { connector: 'kafka' },
      },
    );
  });

  it('reads what BigQuery writes, and plain queries', () => {
    assert.deepEqual(
      statement(
        'CREATE OR REPLACE TABLE `p.d.t` (a INT64 OPTIONS (description="x")) PARTITION BY DATE(a) OPTIONS (expiration = 3) AS SELECT 1',
      ),
      {
        kind: 'CREATE TABLE',
        modifiers: 'OR REPLACE',
        name: 'p.d.t',
        columns: [{ name: 'a', type: 'INT64', constraints: 'OPTIONS (description="x")' }],
        options: { expiration: '3' },
        body: 'SELECT 1',
      },
    );
    assert.deepEqual(statement('CREATE MATERIALIZED VIEW v AS SELECT * FROM t'), {
      kind: 'CREATE MATERIALIZED VIEW',
      name: 'v',
      body: 'SELECT * FROM t',
    });
    assert.deepEqual(statement('WITH a AS (SELECT 1) SELECT * FROM a'), {
      kind: 'SELECT',
      body: 'WITH a AS (SELECT 1) SELECT * FROM a',
    });
    assert.deepEqual(statement('DROP TABLE IF EXISTS a.b'), { kind: 'DROP TABLE', name: 'a.b' });
  });

  it('takes quotes, comments and dollar quotes as what they are', () => {
    const text = 'SELECT \'a;b\', "c;d", `e;f`, $$g;h$$, $x$i;$$j$x$ -- k;l\n/* m;n */;SELECT 2';
    assert.equal(listAt(read(text), 'statements').items.length, 2);
    assert.deepEqual(
      sqlFormat.comments(text).map((comment) => comment.text),
      ['-- k;l', '/* m;n */'],
    );
  });

  it('leaves open what Jinja supplies', () => {
    const document = read("{{ config(materialized='table') }}\nSELECT * FROM {{ ref('x') }}");
    assert.equal(document.templated, true);
    assert.deepEqual(
      document.masked.map((span) => sliceOf(document.text, span)),
      ["{{ config(materialized='table') }}", "{{ ref('x') }}"],
    );
    assert.deepEqual(document.problems, []);
  });

  it('says what never ends, where', () => {
    const problemsOf = (text: string): string[] => read(text).problems.map(({ span }) => sliceOf(text, span));
    assert.deepEqual(problemsOf("SELECT 'a"), ["'a"]);
    assert.deepEqual(problemsOf('SELECT (1; SELECT 2)'), ['(', ')']);
    assert.deepEqual(problemsOf('SELECT /* a'), ['/*']);
    assert.equal(sqlFormat.parse("SELECT 'a"), undefined);
    assert.equal(read('CREATE TABLE t (').templated, true);
  });

  it('sets, inserts, renames and removes options and leaves every other byte', () => {
    const document = read(flink);
    const { edits } = sqlFormat;
    const options = mapAt(document, 'statements', 1, 'options');
    const topic = entryAt(document, 'statements', 1, 'options', 'topic');
    const done = (change: ReturnType<typeof edits.insert>): string =>
      change ? applyEdits(flink, change) : 'no edit';
    assert.equal(done(edits.replace(document, topic, "x'")), flink.replace("'it''s'", "'x'''"));
    assert.equal(
      done(edits.insert(document, options, 'format', 'json')),
      flink.replace("'it''s'\n", "'it''s',\n  'format' = 'json'\n"),
    );
    assert.equal(done(edits.insert(document, options, 'topic', 'x')), 'no edit');
    assert.equal(
      done(edits.renameKey(document, topic, 'topic-pattern')),
      flink.replace("'topic'", "'topic-pattern'"),
    );
    const connector = entryAt(document, 'statements', 1, 'options', 'connector');
    assert.equal(done(edits.remove(document, options, connector)), flink.replace(/ {2}'connector'.*\n/, ''));
    assert.equal(
      done(edits.setScalar(document, scalarIn(document, 'statements', 1, 'watermark', 'expression'), 'x')),
      'no edit',
    );
  });

  it('removes a statement with its lines', () => {
    const document = read(flink);
    const first: TreeNode = nodeAt(document, 'statements', 0);
    const edits = sqlFormat.edits.removeItem(document, listAt(document, 'statements'), first);
    assert.equal(applyEdits(flink, edits ?? []), flink.replace(/^SET.*\n/m, ''));
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(sqlFormat, flink);
    holdsForHostileText(sqlFormat);
  }).timeout(60_000);
});
