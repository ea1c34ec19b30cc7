import { findEntry, resolve } from '../../core';
import type { DocumentModel, Fact, Kind, MapNode, NodeView, Technology } from '../../core';
import { known } from '../../core';
import { statementsOfKind } from '../../shapes/sql-words';
import { featureWindows } from './feature-windows';
import { isOption } from './statements';

const script: Kind = {
  id: 'risingwave/sql',
  title: 'RisingWave SQL script',
  formats: ['sql'],
  booleans: 'text',
  recognise: isRisingWaveScript,
  mounts: [{ at: ['statements', '*'], as: 'risingwave/statement' }],
  environment: scriptEnvironment,
  facts: scriptFacts,
};

const configuration: Kind = {
  id: 'risingwave/toml',
  title: 'RisingWave configuration file',
  formats: ['toml'],
  paths: ['risingwave.toml'],
  recognise: isConfiguration,
};

const resource: Kind = {
  id: 'risingwave/resource',
  title: 'RisingWave',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  resource: { group: 'risingwave.risingwavelabs.com', kinds: ['RisingWave'] },
  isPartial: (root) => !root.has('spec', 'metaStore') && !root.has('spec', 'stateStore'),
};

const composeProject: Kind = {
  id: 'risingwave/compose',
  title: 'RisingWave in a Compose file',
  formats: ['yaml'],
  recognise: (document) => {
    const root = resolve(document.root);
    return (
      root?.type === 'map' &&
      findEntry(root, 'services') !== undefined &&
      /risingwave|RW_SECRET_STORE/.test(document.text)
    );
  },
  mounts: [{ at: ['services', '*'], as: 'risingwave/compose-service' }],
};

const environmentFile: Kind = {
  id: 'risingwave/env',
  title: 'environment of RisingWave',
  formats: ['env'],
  recognise: (document) => /\bRW_[A-Z_]+\s*=/.test(document.text),
};

/** RisingWave: SQL over streams, its configuration and its operator. */
const technology: Technology = {
  slug: 'risingwave',
  title: 'RisingWave',
  pattern: 'feedback-loop',
  homepage: 'https://docs.risingwave.com',
  kinds: [script, configuration, resource, composeProject, environmentFile],
  views: [
    { id: 'risingwave/statement', title: 'a statement of RisingWave SQL', booleans: 'text' },
    { id: 'risingwave/compose-service', title: 'a service beside RisingWave' },
  ],
};

export default technology;

/** Options without quotes that name a connector, or words that only RisingWave has. */
function isRisingWaveScript(document: DocumentModel): boolean {
  const root = resolve(document.root);
  const statements = root?.type === 'map' ? resolve(findEntry(root, 'statements')?.entry.value) : undefined;
  if (statements?.type !== 'list') return false;
  return statements.items.some((item) => {
    const statement = resolve(item);
    return statement?.type === 'map' && isRisingWaveStatement(document, statement);
  });
}

function isRisingWaveStatement({ text }: DocumentModel, statement: MapNode): boolean {
  const options = resolve(findEntry(statement, 'options')?.entry.value);
  if (options?.type !== 'map') return false;
  return options.entries.some(
    ({ key, keySpan }) => key.toLowerCase() === 'connector' && text[keySpan.start] !== "'",
  );
}

const ownSections = ['meta', 'streaming', 'storage', 'system', 'batch', 'frontend'];
const ownKeys =
  /\b(?:barrier_interval_ms|checkpoint_frequency|state_store|sstable_size_mb|backup_storage_url|in_flight_barrier_nums|disable_recovery|min_sst_retention_time_sec|max_heartbeat_interval_secs|dangerous_max_idle_secs|unsafe_disable_strict_consistency|data_directory|parallel_compact_size_mb|vacuum_interval_sec|meta_leader_lease_secs|telemetry_enabled)\s*=/;

function isConfiguration(document: DocumentModel, path: string): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map') return false;
  const sections = root.entries.filter(({ key }) => ownSections.includes(key));
  if (sections.length === 0 || findEntry(root, 'package') || findEntry(root, 'project')) return false;
  return ownKeys.test(document.text) || /(?:^|\/)risingwave[^/]*\.toml$/.test(path);
}

function scriptEnvironment(root: NodeView): 'local' | 'shared' | undefined {
  const servers = (root.at('statements')?.items() ?? []).flatMap(
    (statement) => known(statement.text('options', 'properties.bootstrap.server')) ?? [],
  );
  if (servers.length === 0) return undefined;
  return servers.every((each) => /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(each)) ? 'local' : 'shared';
}

/** The topics that are read and written, and the windows that features are computed over. */
function* scriptFacts(root: NodeView): Iterable<Fact> {
  for (const statement of statementsOfKind(root, 'CREATE SOURCE', 'CREATE TABLE', 'CREATE SINK')) {
    const topic = statement.text('options', 'topic');
    const by = known(statement.text('name'));
    if (topic.is !== 'known' || by === undefined || !isOption(statement, 'connector', 'kafka')) continue;
    const direction = known(statement.text('kind')) === 'CREATE SINK' ? 'write' : 'read';
    yield { type: 'topic-use', name: topic.value, attributes: { direction, by }, span: topic.span };
  }
  yield* featureWindows(root);
}
