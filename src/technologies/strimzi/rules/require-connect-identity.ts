import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { changelog, resourceReference } from '../documentation';

const required = [
  { key: 'groupId', from: 'group.id', suffix: '' },
  { key: 'configStorageTopic', from: 'config.storage.topic', suffix: '-configs' },
  { key: 'statusStorageTopic', from: 'status.storage.topic', suffix: '-status' },
  { key: 'offsetStorageTopic', from: 'offset.storage.topic', suffix: '-offsets' },
] as const;

export default defineRule({
  id: 'strimzi/require-connect-identity',
  catalogue: ['strimzi-connect-v1-required'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A Connect cluster does not name its group and its three topics.',
  why: 'The API server refuses the resource: in v1 these four are required, so that two clusters no longer share one state by accident.',
  remedy:
    'Set `groupId`, `configStorageTopic`, `statusStorageTopic` and `offsetStorageTopic`; keep the names of a cluster that exists.',
  references: [resourceReference('KafkaConnectSpec'), changelog],
  messages: { missing: 'Kubernetes refuses the resource: {keys} must be set.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/connect', path: [] }],
  *check(at): Iterable<Report> {
    const version = at.text('apiVersion');
    const spec = at.map('spec');
    if (version.is !== 'known' || version.value !== 'kafka.strimzi.io/v1' || spec.is !== 'known') return;
    const missing = required.filter(({ key }) => spec.value.get(key).is === 'absent');
    if (missing.length === 0) return;
    const keys = missing.map(({ key }) => key).join(', ');
    yield { message: 'missing', data: { keys }, span: spec.value.anchor, fix: mend(at, spec.value, missing) };
  },
  examples: {
    bad: [
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\n«spec»:\n  config:\n    config.storage.topic: x\n    status.storage.topic: yy\n    offset.storage.topic: z\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\nspec:\n  config:\n    config.storage.topic: x\n    status.storage.topic: yy\n    offset.storage.topic: z\n  groupId: c\n  configStorageTopic: x\n  statusStorageTopic: yy\n  offsetStorageTopic: z\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\n«spec»:\n  groupId: g\n  offsetStorageTopic: o\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\nspec:\n  groupId: g\n  offsetStorageTopic: o\n  configStorageTopic: c-configs\n  statusStorageTopic: c-status\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\n«spec»:\n  replicas: 1\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: feedback\n«spec»: # two workers\n  replicas: 2\n  groupId: feedback\n  configStorageTopic: a\n  statusStorageTopic: b\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: feedback\nspec: # two workers\n  replicas: 2\n  groupId: feedback\n  configStorageTopic: a\n  statusStorageTopic: b\n  offsetStorageTopic: feedback-offsets\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\n«spec»:\n  configStorageTopic: a\n  statusStorageTopic: b\n  offsetStorageTopic: o\n  config:\n    group.id: old\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: c\nspec:\n  configStorageTopic: a\n  statusStorageTopic: b\n  offsetStorageTopic: o\n  config:\n    group.id: old\n  groupId: old\n',
      },
    ],
    good: [
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  groupId: {{ .Values.group }}\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  groupId: g\n  configStorageTopic: a\n  statusStorageTopic: b\n  offsetStorageTopic: c\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnect\nspec:\n  replicas: 1\n',
      },
      { path: 'connect.yaml', text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\n' },
    ],
  },
});

/** Names as they stand in 'config', else made of the resource's name; appended in the order of the reference. */
function mend(at: NodeView, spec: NodeView, missing: readonly (typeof required)[number][]): Report['fix'] {
  const name = at.text('metadata', 'name');
  const edits = missing.map(({ key, from, suffix }) => {
    const old = spec.text('config', from);
    const value = old.is === 'known' ? old.value : name.is === 'known' ? name.value + suffix : undefined;
    return value === undefined ? undefined : spec.set([key], value);
  });
  return at.fix('review', 'Name the group and its topics', ...edits);
}
