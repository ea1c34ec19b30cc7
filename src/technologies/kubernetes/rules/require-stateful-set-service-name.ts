import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-stateful-set-service-name',
  catalogue: ['statefulset-service-name'],
  equivalents: ['kube-score:statefulset-has-servicename', 'kics:statefulset_without_service_name'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A StatefulSet names no Service.',
  why: 'Without one its pods have no stable DNS names, which is what brokers and databases find each other by.',
  remedy: 'Set `serviceName` to a headless Service over the same pods.',
  references: [
    {
      title: 'Kubernetes: StatefulSet stable network ID',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    },
  ],
  messages: { missing: 'StatefulSet "{name}" names no Service.' },
  fix: { none: 'The Service has to be made first.' },
  looksAt: [{ view: 'kubernetes/stateful-set', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('spec', 'serviceName');
    const isEmpty = name.is === 'known' && name.value === '';
    if (name.is !== 'absent' && !isEmpty) return;
    yield {
      message: 'missing',
      data: { name: resourceName(at) },
      span: name.is === 'absent' ? name.anchor : name.span,
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'StatefulSet',
          '«spec»:\n  template: { spec: { containers: [] } } # none\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'StatefulSet',
          'spec:\n  serviceName: «""» # later\n  template: { spec: { containers: [] } }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'StatefulSet',
          'spec:\n  serviceName: kafka\n  template: { spec: { containers: [] } }\n',
        ),
      },
    ],
  },
});
