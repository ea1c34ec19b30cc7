import { findEntry, known, resolve } from '../../core';
import type { DocumentModel, EnvironmentSign, Fact, Kind, MapNode, NodeView, Technology } from '../../core';
import { statementsOfKind } from '../../shapes/sql-words';
import { envelopeOf } from './connections';

const script: Kind = {
  id: 'materialize/sql',
  title: 'Materialize SQL script',
  formats: ['sql'],
  booleans: 'text',
  recognise: isMaterializeScript,
  mounts: [{ at: ['statements', '*'], as: 'materialize/statement' }],
  environment: scriptEnvironment,
  facts: scriptFacts,
};

const dbtProfiles: Kind = {
  id: 'materialize/dbt-profiles',
  title: 'dbt profiles with Materialize',
  formats: ['yaml'],
  paths: ['profiles.yml'],
  recognise: (document) => /^\s+type:\s*["']?materialize\b/m.test(document.text) && hasOutputs(document),
  mounts: [{ at: ['*', 'outputs', '*'], as: 'materialize/dbt-output' }],
};

/** Materialize: SQL over streams that is kept up to date. */
const technology: Technology = {
  slug: 'materialize',
  title: 'Materialize',
  pattern: 'feedback-loop',
  homepage: 'https://materialize.com/docs/',
  kinds: [script, dbtProfiles],
  views: [
    { id: 'materialize/statement', title: 'a statement of Materialize SQL', booleans: 'text' },
    { id: 'materialize/dbt-output', title: 'a target of dbt profiles' },
  ],
};

export default technology;

/** What no other dialect says: connections by type, sources and sinks through them, clusters, `mz_now()`. */
function isMaterializeScript(document: DocumentModel): boolean {
  const root = resolve(document.root);
  const statements = root?.type === 'map' ? resolve(findEntry(root, 'statements')?.entry.value) : undefined;
  if (statements?.type !== 'list') return false;
  if (/\bmz_(?:now\s*\(|logical_timestamp|catalog\.|internal\.)/i.test(document.text)) return true;
  return statements.items.some((item) => {
    const statement = resolve(item);
    return statement?.type === 'map' && isMaterializeStatement(statement);
  });
}

function isMaterializeStatement(statement: MapNode): boolean {
  const says = (key: string): string => {
    const node = resolve(findEntry(statement, key)?.entry.value);
    return node?.type === 'scalar' ? node.text : '';
  };
  const kind = says('kind');
  if (kind === 'CREATE CONNECTION')
    return says('type') !== '' || /\bFOR\s+(?:KAFKA|CONFLUENT|POSTGRES)\b/i.test(says('text'));
  if (kind === 'CREATE SOURCE' || kind === 'CREATE SINK') {
    const other = `${says('from')} ${says('into')}`;
    return /\b(?:KAFKA|POSTGRES|MYSQL|SQL SERVER)\s+(?:CONNECTION|BROKER)\b/i.test(other);
  }
  return kind === 'CREATE TABLE' && /^SOURCE\s/i.test(says('from'));
}

function hasOutputs(document: DocumentModel): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map') return false;
  return root.entries.some(({ value }) => {
    const profile = resolve(value);
    return profile?.type === 'map' && findEntry(profile, 'outputs') !== undefined;
  });
}

/** Brokers on this machine only make a script a laptop's. */
function scriptEnvironment(root: NodeView): EnvironmentSign | undefined {
  const brokers = statementsOfKind(root, 'CREATE CONNECTION').flatMap(
    (connection) =>
      known(connection.text('options', 'BROKER')) ?? known(connection.text('options', 'HOST')) ?? [],
  );
  if (brokers.length === 0) return undefined;
  return brokers.every((each) => /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(each)) ? 'local' : 'shared';
}

/** The topics that sources read and sinks write, and how a source takes what it reads. */
function* scriptFacts(root: NodeView): Iterable<Fact> {
  for (const statement of statementsOfKind(root, 'CREATE SOURCE', 'CREATE SINK')) {
    const topic = statement.text('options', 'TOPIC');
    const by = known(statement.text('name'));
    if (topic.is !== 'known' || by === undefined) continue;
    const isSink = known(statement.text('kind')) === 'CREATE SINK';
    const envelope = isSink ? undefined : takenAs(statement);
    const attributes = { direction: isSink ? 'write' : 'read', by, ...(envelope && { envelope }) };
    yield { type: 'topic-use', name: topic.value, attributes, span: topic.span };
  }
}

/** The envelope of a source in lower case; undefined where tables of the source decide it. */
function takenAs(source: NodeView): string | undefined {
  if (!source.has('format')) return undefined;
  return source.has('envelope') ? envelopeOf(source)?.toLowerCase() : 'none';
}
