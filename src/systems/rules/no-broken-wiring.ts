import { defineCrossRule } from '../../core';
import type { CrossReport, FactReader, PlacedFact } from '../../core';
import { examples } from '../wiring-examples';

/** A component is wired to a port whose name has changed since, or which is gone. */
export default defineCrossRule({
  id: 'systems/no-broken-wiring',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A component is wired to a topic, bucket or other port that was renamed or is gone.',
  why: 'The two halves of a system no longer meet: the consumer waits on the old name without an error, and the data under the new one reach nobody.',
  remedy:
    'Give the old name back, or write the new one into the answers of the providing component’s record and update both components.',
  references: [
    {
      title: 'Kafka: broker configuration, auto.create.topics.enable',
      url: 'https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable',
    },
  ],
  messages: {
    renamed: 'The {type} "{used}" of "{provider}", which "{consumer}" is wired to, is "{now}" now.',
    gone: '"{consumer}" is wired to "{from}", which nothing provides any more.',
  },
  fix: { none: 'Which of the two names is meant, only the user knows.' },
  from: 'bound-port',
  to: 'provided-port',
  within: 'workspace',
  alsoReads: [
    'component-file',
    'topic',
    'topic-use',
    'bucket',
    'bucket-use',
    'tracking-server',
    'tracking-use',
    'service-account',
    'namespace',
    'prediction-log',
    'feedback-events',
  ],
  fromKey: ({ name, attributes }) => `${attributes['root']}\n${name}`,
  toKey: ({ attributes }) => `${attributes['root']}\n${attributes['component']}.${attributes['port']}`,
  whenNone(bound) {
    const data = { consumer: bound.attributes['component'] ?? '', from: bound.name };
    return { message: 'gone', data };
  },
  whenPair(bound, provided, facts) {
    const { used = provided.name } = bound.attributes;
    return used === provided.name
      ? renamedInFile(bound, provided, facts)
      : report(bound, provided, used, provided.name, declared(provided, provided.name, facts), facts);
  },
  examples,
});

/** The record still has the old name; the file that told it has another in its place. */
function renamedInFile(bound: PlacedFact, provided: PlacedFact, facts: FactReader): CrossReport | undefined {
  const { type = '', file, names } = provided.attributes;
  const all = facts.ofType(type);
  // Moved to another file is not renamed; and what other names the file had from the start is not the new one.
  if (file === undefined || all.some(({ name }) => name === provided.name)) return undefined;
  const before = new Set(names?.split('\n'));
  const fresh = all.find((fact) => fact.path === file && !before.has(fact.name));
  return fresh && report(bound, provided, provided.name, fresh.name, fresh, facts);
}

function report(
  bound: PlacedFact,
  provided: PlacedFact,
  used: string,
  now: string,
  place: PlacedFact | undefined,
  facts: FactReader,
): CrossReport | undefined {
  const { type = '', component: provider = '' } = provided.attributes;
  const { root, component: consumer = '' } = bound.attributes;
  const files = new Set(
    facts
      .ofType('component-file')
      .filter(({ attributes }) => attributes['root'] === root && attributes['component'] === consumer)
      .map(({ name }) => name),
  );
  const uses = [...facts.ofType(type), ...facts.ofType(`${type}-use`)].filter(({ path }) => files.has(path));
  // Whoever wrote the new name into the consumer by hand has mended the wire.
  if (uses.some(({ name }) => name === now)) return undefined;
  const old = uses.filter(({ name }) => name === used);
  const at = [place ?? provided, ...(old.length > 0 ? old : [bound])];
  return { message: 'renamed', data: { type, used, provider, consumer, now }, at };
}

function declared(provided: PlacedFact, name: string, facts: FactReader): PlacedFact | undefined {
  const { type = '', file } = provided.attributes;
  return facts.ofType(type).find((fact) => fact.path === file && fact.name === name);
}
