import { FileAnalysis, Registry, defaultSettings, resolve } from '../../../src/core';
import type { DocumentModel, Example, Format, MapNode, NodeView, Rule, Settings } from '../../../src/core';
import { Visitor } from '../../../src/core/engine/visit';
import { formats } from '../../../src/formats';
import { technologyPacks } from '../../../src/generated/technologies';

// Prints one JSON line for each example of a rule that Kafka's parsers can judge: what they are asked, and what our
// rules say of the same text. `expect` is `refused` only where an `error` rule flags it.

interface Case {
  readonly id: string;
  readonly sort: string;
  readonly expect: 'refused' | 'accepted';
  readonly settings: Readonly<Record<string, string>>;
}

/** Which parser judges a view; librdkafka files are a producer's or a consumer's, and told apart by their group. */
const sorts: Readonly<Record<string, string>> = {
  'kafka/java-producer': 'producer',
  'kafka/java-consumer': 'consumer',
  'kafka/broker': 'broker',
  'kafka/streams': 'streams',
  'kafka/librdkafka': 'librdkafka',
  'kafka-connect/distributed': 'connect-distributed',
  'kafka-connect/standalone': 'connect-standalone',
  'kafka-connect/connector': 'connector',
  'kafka-connect/connector-request': 'connector',
  'kafka-connect/mirror-maker': 'mirror-maker',
};

const registry = new Registry(formats, technologyPacks);

async function main(): Promise<void> {
  for (const format of formats) await format.load();
  for (const rule of registry.rules.values()) {
    if (!/^(?:kafka|kafka-connect|strimzi)\//.test(rule.id)) continue;
    rule.examples.bad.forEach((example, index) => {
      print(rule, `bad ${index + 1}`, example, example.text.replace(/[«»]/g, ''));
      if (example.fixed !== undefined) print(rule, `fixed ${index + 1}`, example, example.fixed);
    });
    rule.examples.good.forEach((example, index) => {
      print(rule, `good ${index + 1}`, example, example.text);
    });
  }
}

function print(rule: Rule, name: string, example: Example, text: string): void {
  const format = registry.formatOf(example.path);
  const document = format?.parse(text);
  if (!format || !document) return;
  for (const { sort, settings } of configurationsIn(format, document, example.path)) {
    if (
      Object.keys(settings).length === 0 ||
      Object.values(settings).some((value) => /\$\{|\{\{/.test(value))
    )
      continue;
    // Kafka 3.9 still takes a broker of ZooKeeper's, so the rule warns; the release that judges here has none.
    const ofZookeeper = 'zookeeper.connect' in settings && !('process.roles' in settings);
    const expect = ofZookeeper || errorsIn(format, text, example) ? 'refused' : 'accepted';
    const found: Case = { id: `${rule.id} ${name}`, sort, expect, settings };
    process.stdout.write(`${JSON.stringify(found)}\n`);
  }
}

/** Whether any rule of ours calls the text an error. */
function errorsIn(format: Format, text: string, example: Example): boolean {
  const settings: Settings = { ...defaultSettings, environment: 'prod', opinions: true };
  const input = { path: example.path, today: '2026-11-23', settings, partial: false };
  const analysis = new FileAnalysis(registry, format, text, input);
  return analysis.findings().some(({ severity }) => severity === 'error');
}

/** The configurations that a parser can judge: the file as a whole, or what a view mounts of it. */
function configurationsIn(
  format: Format,
  document: DocumentModel,
  path: string,
): { sort: string; settings: Record<string, string> }[] {
  const kinds = registry.kindsOf(document, path);
  const roots = new Visitor(registry, document, format.edits, () => undefined).visit(kinds, false);
  return kinds.flatMap((kind, index) => {
    const sort = sorts[kind.id] ?? (kind.id === 'strimzi/topic' ? 'topic' : undefined);
    const root = roots[index];
    const place = root && sort !== undefined ? placeOf(kind.id, root) : undefined;
    return sort !== undefined && place ? [{ sort, settings: settingsOf(place) }] : [];
  });
}

function placeOf(kind: string, root: NodeView): NodeView | undefined {
  if (kind === 'strimzi/topic') return root.at('spec', 'config');
  return kind === 'kafka-connect/connector-request' ? root.at('config') : root;
}

function settingsOf(place: NodeView): Record<string, string> {
  const map = place.node?.type === 'map' ? place.node : emptyMap;
  const pairs = map.entries.flatMap((entry) => {
    const value = resolve(entry.value);
    return value?.type === 'scalar' ? [[entry.key, value.text] as const] : [];
  });
  return Object.fromEntries(pairs);
}

const emptyMap: MapNode = { type: 'map', entries: [], span: { start: 0, end: 0 }, flow: false };

void main();
