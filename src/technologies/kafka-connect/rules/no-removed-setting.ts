import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const successors: ReadonlyMap<string, string> = new Map([
  ['topics.blacklist', 'topics.exclude'],
  ['groups.blacklist', 'groups.exclude'],
  ['config.properties.blacklist', 'config.properties.exclude'],
]);

export default defineRule({
  id: 'kafka-connect/no-removed-setting',
  catalogue: ['kafka-removed-in-4'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A filter has a name that Kafka 4 no longer knows.',
  why: 'The line is ignored in silence: fields that it was to drop go on into the sink, topics that it was to leave out are copied.',
  remedy: 'Use `include` and `exclude`.',
  references: [
    { title: 'Upgrading to Kafka 4.0', url: 'https://kafka.apache.org/40/getting-started/upgrade/' },
    { title: 'KIP-629: racially neutral terms', url: 'https://cwiki.apache.org/confluence/x/bQF4C' },
  ],
  messages: { renamed: '{key} was removed in Kafka 4.0; its name is {successor} now.' },
  fix: 'review',
  migration: true,
  looksAt: [
    { view: 'kafka-connect/connector-config', path: [] },
    { view: 'kafka-connect/mirror-maker', path: [] },
  ],
  *check(at): Iterable<Report> {
    const replacing = replaceFieldNames(at.entries().map((entry) => [entry.key, valueOf(entry.text())]));
    for (const entry of at.entries()) {
      const successor = successorOf(entry.key, replacing);
      if (successor === undefined) continue;
      const fix = at.fix('review', `Rename it to ${successor}`, entry.rename([], successor));
      yield { message: 'renamed', data: { key: entry.key, successor }, span: entry.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'mm2.properties',
        text: 'clusters=A,B\nA->B.enabled=true\n«groups.blacklist»=console-.*\n',
        fixed: 'clusters=A,B\nA->B.enabled=true\ngroups.exclude=console-.*\n',
      },
      {
        path: 'mm2.properties',
        text: 'clusters=A,B\nA->B.enabled=true\n«config.properties.blacklist»=a\n',
        fixed: 'clusters=A,B\nA->B.enabled=true\nconfig.properties.exclude=a\n',
      },
      {
        path: 'sink.properties',
        text: 'connector.class=a.Sink\ntopics=x\ntransforms=r\ntransforms.r.type=org.apache.kafka.connect.transforms.ReplaceField$Value\n«transforms.r.blacklist»=ssn\n',
        fixed:
          'connector.class=a.Sink\ntopics=x\ntransforms=r\ntransforms.r.type=org.apache.kafka.connect.transforms.ReplaceField$Value\ntransforms.r.exclude=ssn\n',
      },
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", "topics": "x", «"transforms.r.whitelist"»: "id", "transforms.r.type": "org.apache.kafka.connect.transforms.ReplaceField$Key"}\n',
        fixed:
          '{"connector.class": "a.Sink", "topics": "x", "transforms.r.include": "id", "transforms.r.type": "org.apache.kafka.connect.transforms.ReplaceField$Key"}\n',
      },
      {
        path: 'mm2.properties',
        text: 'clusters=A,B\nA->B.enabled=true\n«A->B.topics.blacklist»=internal.*\n',
        fixed: 'clusters=A,B\nA->B.enabled=true\nA->B.topics.exclude=internal.*\n',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'connector.class=a.Sink\ntopics=x\ntransforms.r.type=com.example.Filter\ntransforms.r.blacklist=ssn\n',
      },
      {
        path: 'sink.properties',
        text: 'connector.class=a.Sink\ntopics=x\ntransforms.r.type=org.apache.kafka.connect.transforms.ReplaceField$Value\ntransforms.r.exclude=ssn\n',
      },
      { path: 'mm2.properties', text: 'clusters=A,B\nA->B.enabled=true\nA->B.topics.exclude=internal.*\n' },
    ],
  },
});

function valueOf(value: { is: string; value?: unknown }): string {
  return value.is === 'known' && typeof value.value === 'string' ? value.value : '';
}

/** The transformations of a connector that are Kafka's own ReplaceField. */
function replaceFieldNames(pairs: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const types = pairs.filter(
    ([key, value]) =>
      /^transforms\.[^.]+\.type$/.test(key) &&
      value.startsWith('org.apache.kafka.connect.transforms.ReplaceField$'),
  );
  return new Set(types.map(([key]) => key.slice(0, -'type'.length)));
}

function successorOf(key: string, replacing: ReadonlySet<string>): string | undefined {
  const flow = /^[\w.-]+->[\w-]+\./.exec(key)?.[0] ?? '';
  const successor = successors.get(key.slice(flow.length));
  if (successor !== undefined) return flow + successor;
  const prefix = [...replacing].find((start) => key.startsWith(start));
  if (prefix === undefined) return undefined;
  const rest = key.slice(prefix.length);
  return rest === 'blacklist' ? `${prefix}exclude` : rest === 'whitelist' ? `${prefix}include` : undefined;
}
