import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { releaseNotes20 } from '../documentation';
import { configMap, file } from '../example-text';

export default defineRule({
  id: 'flink/no-legacy-conf-file',
  catalogue: ['flink-legacy-conf-file'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The configuration stands in flink-conf.yaml, which Flink 2 no longer reads.',
  why: 'Flink 2.0 removed the old file and its parser: the cluster starts with defaults, without the checkpoints, memory and high availability that the file asks for.',
  remedy: 'Move it to `config.yaml`, which is strict YAML 1.2; `bin/migrate-config-file.sh` does it.',
  references: [releaseNotes20],
  messages: { legacy: 'Flink 2 reads config.yaml only, not {name}.' },
  fix: { none: 'A file must be renamed, and its values quoted as YAML wants.' },
  looksAt: [
    { view: 'flink/config-file', path: [] },
    { view: 'flink/config-map', path: ['data', 'flink-conf.yaml'] },
  ],
  *check(at, { path }): Iterable<Report> {
    const name = at.key === '' ? path.slice(path.lastIndexOf('/') + 1) : at.key;
    if (name !== 'flink-conf.yaml') return;
    const text = at.document.text.slice(at.span.start, at.span.end);
    // The operator's own defaults may stand in a file of that name.
    if (/^\s*kubernetes\.operator\./m.test(text)) return;
    if (at.key !== '' && !/^\s*(?:jobmanager|taskmanager|state|execution|high-availability)\./m.test(text))
      return;
    yield { message: 'legacy', data: { name }, span: at.anchor };
  },
  examples: {
    bad: [
      { path: 'conf/flink-conf.yaml', text: '«jobmanager.rpc.address»: jobmanager # head\n' },
      {
        path: 'map.yaml',
        text: configMap('state.backend: rocksdb\n').replace('config.yaml', '«flink-conf.yaml»'),
      },
    ],
    good: [
      { path: 'conf/config.yaml', text: file },
      { path: 'conf/old-flink-conf.yaml', text: file },
      { path: 'conf/flink-conf.yaml', text: `${file}kubernetes.operator.reconcile.interval: 60 s\n` },
      { path: 'map.yaml', text: configMap('') },
      {
        path: 'map.yaml',
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  flink-conf.yaml: |\n    kubernetes.operator.reconcile.interval: 60 s\n    jobmanager.rpc.port: 1\n',
      },
      {
        path: 'map.yaml',
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  flink-conf.yaml: |\n    a: 1\n',
      },
    ],
  },
});
