import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-read-write-once-pod',
  catalogue: ['pvc-rwo-shared'],
  equivalents: ['kyverno:readwriteonce-pod'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A volume may be written by several pods of one node.',
  why: 'ReadWriteOnce bars other nodes, not other pods: two trainers on one node write to the same checkpoints.',
  remedy: 'Use ReadWriteOncePod where a single pod shall write.',
  references: [
    {
      title: 'Kubernetes: access modes of volumes',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    },
  ],
  messages: { shared: 'ReadWriteOnce lets several pods of one node write.' },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/persistent-volume-claim', path: ['spec', 'accessModes', '*'] },
    {
      view: 'kubernetes/stateful-set',
      path: ['spec', 'volumeClaimTemplates', '*', 'spec', 'accessModes', '*'],
    },
  ],
  *check(at): Iterable<Report> {
    const mode = at.text();
    if (mode.is !== 'known' || mode.value !== 'ReadWriteOnce') return;
    yield {
      message: 'shared',
      span: mode.span,
      fix: at.fix(
        'review',
        'Use ReadWriteOncePod',
        at.context.edits && at.node?.type === 'scalar'
          ? at.context.edits.setScalar(at.document, at.node, 'ReadWriteOncePod')
          : undefined,
      ),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'PersistentVolumeClaim',
          'spec:\n  accessModes: [«ReadWriteOnce», ReadOnlyMany]\n',
        ),
        fixed: resource(
          'v1',
          'PersistentVolumeClaim',
          'spec:\n  accessModes: [ReadWriteOncePod, ReadOnlyMany]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'PersistentVolumeClaim',
          'spec:\n  accessModes: [ReadWriteMany, ReadWriteOncePod]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'PersistentVolumeClaim', 'spec:\n  accessModes: ["${MODE}"]\n'),
      },
    ],
  },
});
