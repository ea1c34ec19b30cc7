import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, rayCluster } from '../examples';
import { rayVersionOf } from '../ray-images';

const version = (given: string, headImage: string, workerImage = headImage): string =>
  rayCluster(
    `  rayVersion: ${given} # Ray\n  headGroupSpec:\n    template: ${pod(headImage)}\n` +
      `  workerGroupSpecs:\n    - groupName: gpu\n      minReplicas: 1\n      maxReplicas: 2\n      template: ${pod(workerImage)}\n`,
  );

export default defineRule({
  id: 'ray/no-version-mismatch',
  catalogue: ['ray-version-image-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Ray version of a cluster is not that of its images.',
  why: 'KubeRay picks the autoscaler image, start parameters and features by `rayVersion`; and workers whose Ray differs from that of the head cannot join it.',
  remedy: 'Give head and workers images of one version and write that version in `rayVersion`.',
  references: [
    {
      title: 'Ray on Kubernetes: RayCluster configuration, Ray version',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html',
    },
  ],
  messages: {
    claimed: 'rayVersion is {claimed}, but the head runs Ray {actual}.',
    worker: 'The worker runs Ray {worker}, but the head runs Ray {head}.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const group = at.at('headGroupSpec');
    const actual = group && rayVersionOf(group);
    if (!actual) return;
    const claimed = at.text('rayVersion');
    if (claimed.is === 'known' && /^\d+\.\d+\.\d+$/.test(claimed.value) && claimed.value !== actual.version) {
      const fix = at.fix(
        'review',
        `Set rayVersion to ${actual.version}`,
        at.set(['rayVersion'], actual.version),
      );
      const related = [{ message: 'Image of the head', span: actual.span }];
      yield {
        message: 'claimed',
        data: { claimed: claimed.value, actual: actual.version },
        span: claimed.span,
        fix,
        related,
      };
    }
    for (const each of at.at('workerGroupSpecs')?.items() ?? []) {
      const worker = rayVersionOf(each);
      if (!worker || worker.version === actual.version) continue;
      yield { message: 'worker', data: { worker: worker.version, head: actual.version }, span: worker.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        message: 'claimed',
        text: version('«2.52.0»', 'rayproject/ray:2.60.0-py311-gpu'),
        fixed: version('"2.60.0"', 'rayproject/ray:2.60.0-py311-gpu'),
      },
      {
        path: 'cluster.yaml',
        message: 'worker',
        text: version('2.60.0', 'rayproject/ray:2.60.0', 'quay.io/rayproject/ray-ml:2.9.0').replace(
          '"quay.io/rayproject/ray-ml:2.9.0"',
          '«"quay.io/rayproject/ray-ml:2.9.0"»',
        ),
      },
    ],
    good: [
      { path: 'cluster.yaml', text: version('2.60.0', 'rayproject/ray:2.60.0-gpu@sha256:aa') },
      { path: 'cluster.yaml', text: version('2.60.0', 'registry.example:5000/rayproject/ray:nightly') },
      { path: 'cluster.yaml', text: version('2.60.0', 'example/fraud-ray:3.1.0') },
      { path: 'cluster.yaml', text: version('2.60.0', 'myrayproject/ray:2.9.0', 'rayproject/ray:2.9.0') },
      { path: 'cluster.yaml', text: version('${RAY_VERSION}', 'rayproject/ray:2.60.0') },
      { path: 'cluster.yaml', text: version('latest', 'rayproject/ray:2.60.0') },
    ],
  },
});
