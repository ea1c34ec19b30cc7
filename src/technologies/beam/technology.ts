import { findEntry, known, resolve } from '../../core';
import type { DocumentModel, Fact, Kind, MapNode, NodeView, Technology } from '../../core';
import { transformsOf } from './pipeline';

const pipeline: Kind = {
  id: 'beam/pipeline',
  title: 'Beam YAML pipeline',
  formats: ['yaml'],
  booleans: 'yaml-1.1',
  paths: ['*pipeline*.yaml', '*.beam.yaml'],
  recognise: isPipeline,
  mounts: [{ at: ['options'], as: 'beam/options' }],
  facts: pipelineFacts,
};

const optionsFile: Kind = {
  id: 'beam/options-file',
  title: 'Beam pipeline options in a file',
  formats: ['json', 'yaml'],
  booleans: 'text',
  paths: ['*options*.json'],
  recognise: (document) => {
    const keys = keysOf(rootOf(document));
    const count = (names: ReadonlySet<string>): number => keys.filter((key) => names.has(key)).length;
    return count(beamKeys) >= 1 && count(beamKeys) + count(sharedKeys) >= 2 && !keys.includes('pipeline');
  },
  mounts: [{ at: [], as: 'beam/options' }],
};

const flexTemplate: Kind = {
  id: 'beam/flex-template',
  title: 'Dataflow flex template metadata',
  formats: ['json'],
  booleans: 'yaml-1.2',
  paths: ['metadata.json', '*_metadata.json'],
  recognise: (document) => {
    const root = rootOf(document);
    return isMetadata(root) || isMetadata(mapAt(root, 'metadata'));
  },
  mounts: [
    {
      at: [],
      as: 'beam/template-metadata',
      adapt: (node) => (isMetadata(node) ? { node, edits: 'same' } : undefined),
    },
    {
      at: ['metadata'],
      as: 'beam/template-metadata',
      adapt: (node) => (isMetadata(node) ? { node, edits: 'same' } : undefined),
    },
  ],
};

const dataflowJob: Kind = {
  id: 'beam/dataflow-job',
  title: 'Dataflow job of Config Connector',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  resource: { group: 'dataflow.cnrm.cloud.google.com', kinds: ['DataflowJob', 'DataflowFlexTemplateJob'] },
};

const requirements: Kind = {
  id: 'beam/requirements',
  title: 'Python requirements with Beam',
  formats: ['requirements'],
  recognise: (document) => /^[ \t]*apache[-_.]beam\b/im.test(document.text),
};

/** Apache Beam: YAML pipelines, options, and what Dataflow adds. */
const technology: Technology = {
  slug: 'beam',
  title: 'Apache Beam and Dataflow',
  pattern: 'data-pipeline',
  homepage: 'https://beam.apache.org',
  kinds: [pipeline, optionsFile, flexTemplate, dataflowJob, requirements],
  views: [
    { id: 'beam/options', title: 'options of a pipeline, wherever they stand', booleans: 'text' },
    { id: 'beam/template-metadata', title: 'metadata of a flex template' },
  ],
};

export default technology;

/** Options that only Beam has. */
const beamKeys = new Set(
  [
    'temp_location',
    'staging_location',
    'max_num_workers',
    'sdk_container_image',
    'autoscaling_algorithm',
    'dataflow_service_options',
    'save_main_session',
    'enable_streaming_engine',
    'worker_harness_container_image',
    'allow_unsafe_triggers',
    'use_public_ips',
    'no_use_public_ips',
  ].flatMap((name) => [name, name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())]),
);

/** Options that other files may have too. */
const sharedKeys = new Set([
  'runner',
  'project',
  'region',
  'job_name',
  'jobName',
  'streaming',
  'setup_file',
  'service_account_email',
  'serviceAccount',
]);

function isPipeline(document: DocumentModel): boolean {
  const found = mapAt(rootOf(document), 'pipeline');
  if (!found) return false;
  const type = resolve(findEntry(found, 'type')?.entry.value);
  if (type?.type === 'scalar' && /^(?:chain|composite)$/.test(type.text)) return true;
  const transforms = resolve(findEntry(found, 'transforms')?.entry.value);
  if (transforms?.type !== 'list') return false;
  return transforms.items.some((item) => {
    const transform = resolve(item);
    return transform?.type === 'map' && findEntry(transform, 'type') !== undefined;
  });
}

/** Metadata has parameters, each with a name, one of them with a label or a help text. */
function isMetadata(node: ReturnType<typeof resolve>): node is MapNode {
  if (node?.type !== 'map') return false;
  const parameters = resolve(findEntry(node, 'parameters')?.entry.value);
  if (parameters?.type !== 'list') return false;
  return parameters.items.some((item) => {
    const keys = keysOf(resolve(item));
    return (
      keys.includes('name') &&
      (keys.includes('helpText') || keys.includes('isOptional') || keys.includes('label'))
    );
  });
}

function rootOf(document: DocumentModel): MapNode | undefined {
  const root = resolve(document.root);
  return root?.type === 'map' ? root : undefined;
}

function mapAt(map: MapNode | undefined, key: string): MapNode | undefined {
  const node = map && resolve(findEntry(map, key)?.entry.value);
  return node?.type === 'map' ? node : undefined;
}

function keysOf(node: ReturnType<typeof resolve>): readonly string[] {
  return node?.type === 'map' ? node.entries.map(({ key }) => key) : [];
}

/** Topics that a pipeline reads and writes. */
function* pipelineFacts(root: NodeView): Iterable<Fact> {
  for (const { at, type, name } of transformsOf(root)) {
    const direction = /^ReadFromKafka$/.test(type)
      ? 'read'
      : /^WriteToKafka$/.test(type)
        ? 'write'
        : undefined;
    const topic = at.text('config', 'topic');
    if (direction === undefined || topic.is !== 'known') continue;
    const group = known(at.text('config', 'consumer_config', 'group.id'));
    yield {
      type: 'topic-use',
      name: topic.value,
      attributes: { direction, by: group ?? name },
      span: topic.span,
    };
  }
}
