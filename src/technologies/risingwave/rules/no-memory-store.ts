import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { configuration, operator } from '../documentation';

const resource = (spec: string): string =>
  `apiVersion: risingwave.risingwavelabs.com/v1alpha1\nkind: RisingWave\nmetadata: { name: features }\nspec:\n${spec}`;

export default defineRule({
  id: 'risingwave/no-memory-store',
  catalogue: ['rw-meta-memory'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'RisingWave keeps its metadata or its state in memory.',
  why: 'A restart loses every source, view, sink and row; features have to be computed again from topics that may have dropped them.',
  remedy:
    'Keep metadata in PostgreSQL (`metaStore.postgresql`) and state in an object store (`stateStore.s3`, `gcs`).',
  references: [configuration, operator],
  messages: {
    meta: 'All metadata is lost with the next restart.',
    state: 'All rows and state are lost with the next restart.',
  },
  fix: { none: 'Which database or bucket to use is not in the file.' },
  looksAt: [
    { view: 'risingwave/toml', path: ['meta', 'backend'] },
    { view: 'risingwave/toml', path: ['system', 'state_store'] },
    { view: 'risingwave/resource', path: ['spec', 'metaStore', 'memory'] },
    { view: 'risingwave/resource', path: ['spec', 'stateStore', 'memory'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !/^(?:mem|memory|true|hummock\+memory.*|in-memory)$/i.test(value.value))
      return;
    const message = at.path.some((key) => /^(?:meta|metaStore)$/.test(key)) ? 'meta' : 'state';
    yield { message, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'risingwave.toml',
        message: 'meta',
        text: '[meta]\nbackend = «"Mem"» # quick\ndisable_recovery = false\n',
      },
      { path: 'risingwave.toml', message: 'state', text: '[system]\nstate_store = «"hummock+memory"»\n' },
      {
        path: 'rw.yaml',
        message: 'meta',
        text: resource('  metaStore:\n    memory: «true»\n  stateStore: { s3: { bucket: b } }\n'),
      },
      { path: 'rw.yaml', message: 'state', text: resource('  stateStore:\n    memory: «true» # x\n') },
    ],
    good: [
      {
        path: 'risingwave.toml',
        text: '[meta]\nbackend = "Sql"\n[system]\nstate_store = "hummock+s3://memory"\n',
      },
      {
        path: 'rw.yaml',
        text: resource('  metaStore:\n    memory: false\n  stateStore: { s3: { bucket: b } }\n'),
      },
      { path: 'rw.yaml', text: resource('  stateStore:\n    memory: {{ .Values.memory }}\n') },
    ],
  },
});
