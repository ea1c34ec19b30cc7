import type { Edit, IsoDate, NodeView, Rule, Span } from '../../core';
import { classify, readVersion, releasesOf } from '../../systems/versions';
import type { ReleaseFacts, VersionStatus } from '../../systems/versions';
import { versionOfDependency } from './maven';
import { terraformPlaces } from './terraform';
import { versionInImage } from './versioned-images';

/** A version of a technology, written somewhere. */
export interface Mention {
  readonly technology: string;
  readonly version: string;
  /** What to underline: the image, its tag, or the version. */
  readonly span: Span;
  /** Edits that write another version there; undefined where the text does not say it literally. */
  write(version: string): Edit[] | undefined;
}

/** Where versions are judged. Fields that a technology's own rules judge are not among them. */
export const mentionPlaces: Rule['looksAt'] = [
  { view: 'kubernetes/any-container', path: ['image'] },
  { view: 'compose/service', path: ['image'] },
  { view: 'dockerfile/stage', path: ['from'] },
  { view: 'ray/cluster-spec', path: ['rayVersion'] },
  { view: 'python/dependencies', path: ['requirements', '*'] },
  { view: 'github-actions/step', path: ['with', 'python-version'] },
  { view: 'redpanda/cluster', path: ['spec', 'clusterSpec', 'image', 'tag'] },
  { view: 'risingwave/resource', path: ['spec', 'image'] },
  { view: 'pulsar/helm-values', path: ['defaultPulsarImageTag'] },
  { view: 'pulsar/helm-values', path: ['images', '*', 'tag'] },
  { view: 'flink/deployment-spec', path: ['image'] },
  { view: 'versions/settings-file', path: ['versions', '*'] },
  { view: 'versions/maven-dependency', path: [] },
  ...terraformPlaces,
];

/** Where versions are shown: there, and in the fields that other rules judge. */
export const shownPlaces: Rule['looksAt'] = [
  ...mentionPlaces,
  { view: 'flink/deployment-spec', path: ['flinkVersion'] },
  { view: 'strimzi/kafka', path: ['spec', 'kafka', 'version'] },
  { view: 'strimzi/connect', path: ['spec', 'version'] },
  { view: 'strimzi/mirror-maker', path: ['spec', 'version'] },
];

// The chart of Pulsar has images of other products beside those of Pulsar.
const pulsarParts = new Set([
  'zookeeper',
  'bookie',
  'autorecovery',
  'broker',
  'proxy',
  'functions',
  'toolset',
]);

const packages: Readonly<Record<string, string>> = {
  'apache-airflow': 'airflow',
  'apache-beam': 'beam',
  'apache-flink': 'flink',
  'kubeflow-katib': 'katib',
  kserve: 'kserve',
  mlflow: 'mlflow',
  'mlflow-skinny': 'mlflow',
  optuna: 'optuna',
  ray: 'ray',
  'seldon-core': 'seldon',
};

/** A version with what is known of it. */
export interface JudgedMention {
  readonly mention: Mention;
  readonly facts: ReleaseFacts;
  readonly status: VersionStatus;
}

/** The version written at one of the places, and what is known of it on that day. */
export function judgeMention(at: NodeView, today: IsoDate): JudgedMention | undefined {
  const mention = findMention(at);
  const facts = mention && releasesOf(mention.technology);
  return facts && { mention, facts, status: classify(mention.technology, mention.version, today) };
}

function findMention(at: NodeView): Mention | undefined {
  if (at.context.view.id === 'versions/settings-file') return inField(at, at.key);
  if (at.context.view.id === 'versions/maven-dependency') return inDependency(at);
  if (at.context.view.id === 'terraform/module') return inTerraform(at);
  if (at.context.view.id.startsWith('strimzi/')) return inField(at, 'kafka');
  if (at.key === 'flinkVersion') return inFlinkVersion(at);
  if (at.key === 'from') return inStage(at);
  if (at.key === 'image') return inImage(at);
  if (at.key === 'rayVersion') return inField(at, 'ray');
  if (at.key === 'python-version') return inField(at, 'python');
  if (at.key === 'defaultPulsarImageTag') return inField(at, 'pulsar');
  if (at.key === 'tag') return inTag(at);
  return inRequirement(at);
}

function inImage(at: NodeView): Mention | undefined {
  const image = at.text();
  const found = image.is === 'known' ? versionInImage(image.value) : undefined;
  if (image.is !== 'known' || !found) return undefined;
  return {
    ...found,
    span: image.span,
    write: writer(at, image.span, found.version, image.via === undefined),
  };
}

function inStage(at: NodeView): Mention | undefined {
  const image = at.text('resolved');
  const found = image.is === 'known' ? versionInImage(image.value) : undefined;
  if (at.has('stage') || image.is !== 'known' || !found) return undefined;
  const span = at.at('tag')?.span ?? image.span;
  return { ...found, span, write: writer(at, span, found.version, true) };
}

function inTag(at: NodeView): Mention | undefined {
  if (at.context.view.id === 'redpanda/cluster') return inField(at, 'redpanda');
  return pulsarParts.has(at.path[1] ?? '') ? inField(at, 'pulsar') : undefined;
}

function inField(at: NodeView, technology: string): Mention | undefined {
  const text = at.text();
  const version = text.is === 'known' ? readVersion(text.value)?.text : undefined;
  if (text.is !== 'known' || version === undefined) return undefined;
  return {
    technology,
    version,
    span: text.span,
    write: writer(at, text.span, version, text.via === undefined),
  };
}

/** The Flink operator writes `v2_2`. */
function inFlinkVersion(at: NodeView): Mention | undefined {
  const text = at.text();
  const line = text.is === 'known' ? /^v(\d+)_(\d+)$/.exec(text.value) : null;
  if (text.is !== 'known' || !line) return undefined;
  const write = (wanted: string): Edit[] | undefined => {
    const [major, minor] = wanted.split('.');
    return at.set([], `v${major}_${minor}`);
  };
  return { technology: 'flink', version: `${line[1]}.${line[2]}`, span: text.span, write };
}

function inDependency(at: NodeView): Mention | undefined {
  const found = versionOfDependency(at);
  const version = found && readVersion(found.text)?.text;
  if (!found || version === undefined) return undefined;
  const { technology, span, view } = found;
  return { technology, version, span, write: writer(view, span, version, true) };
}

/** Images of containers; and the chart of Strimzi, which counts as Strimzi does. */
function inTerraform(at: NodeView): Mention | undefined {
  if (at.path[1] !== 'helm_release') return inImage(at);
  const chart = at.text('chart');
  const version = at.at('version');
  const isStrimzi = chart.is === 'known' && /(?:^|\/)strimzi-kafka-operator$/.test(chart.value);
  return isStrimzi && version ? inField(version, 'strimzi') : undefined;
}

function inRequirement(at: NodeView): Mention | undefined {
  const name = at.text('name');
  const text = at.text('version');
  if (name.is !== 'known' || text.is !== 'known') return undefined;
  const technology = packages[name.value.toLowerCase().replace(/[-_.]+/g, '-')];
  const version = readVersion(text.value)?.text;
  if (technology === undefined || version === undefined) return undefined;
  return { technology, version, span: text.span, write: writer(at, text.span, version, true) };
}

/** Writes over the version's own characters, if they stand in the span just once. */
function writer(at: NodeView, span: Span, version: string, isHere: boolean): Mention['write'] {
  return (wanted) => {
    const text = at.document.text.slice(span.start, span.end);
    const index = text.indexOf(version);
    if (!isHere || index < 0 || text.includes(version, index + 1)) return undefined;
    const start = span.start + index;
    return [{ span: { start, end: start + version.length }, text: wanted }];
  };
}
