import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { rayJob } from '../examples';

const rules =
  'deletionRules: [{ policy: DeleteCluster, condition: { jobStatus: SUCCEEDED, ttlSeconds: 60 } }]';
const onSuccess = 'onSuccess: { policy: DeleteCluster }';
const onFailure = 'onFailure: { policy: DeleteCluster }';

export default defineRule({
  id: 'ray/no-mixed-deletion',
  catalogue: ['rayjob-deletion-mix'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A RayJob mixes two ways to say when its cluster is deleted.',
  why: 'KubeRay refuses the job: `deletionRules`, the older pair `onSuccess` and `onFailure`, and `shutdownAfterJobFinishes` exclude each other, and of the pair both are needed.',
  remedy: 'Keep `deletionRules` alone.',
  references: [
    {
      title: 'KubeRay: validation of RayJob (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    shutdown: 'KubeRay refuses deletionRules together with shutdownAfterJobFinishes.',
    mixed: 'KubeRay refuses deletionRules together with {key}.',
    half: 'KubeRay refuses {key} alone: both onSuccess and onFailure must be set.',
  },
  fix: { none: 'Which of the two ways is meant is known only to the author.' },
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const strategy = at.at('deletionStrategy');
    if (!strategy) return;
    const listed = strategy.list('deletionRules');
    const legacy = ['onSuccess', 'onFailure'].flatMap((key) => strategy.at(key) ?? []);
    const [first] = legacy;
    if (listed.is === 'known' && listed.value.length > 0) {
      const shutdown = at.boolean('shutdownAfterJobFinishes');
      if (known(shutdown) === true && shutdown.is === 'known')
        yield { message: 'shutdown', span: shutdown.span };
      if (first) yield { message: 'mixed', data: { key: first.key }, span: first.anchor };
    } else if (listed.is !== 'unknown' && first && legacy.length === 1) {
      yield { message: 'half', data: { key: first.key }, span: first.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        message: 'shutdown',
        text: rayJob(`  shutdownAfterJobFinishes: «true» # too\n  deletionStrategy: { ${rules} }\n`),
      },
      {
        path: 'job.yaml',
        message: 'mixed',
        text: rayJob(
          `  deletionStrategy: { ${rules}, «onSuccess»: { policy: DeleteCluster }, ${onFailure} }\n`,
        ),
      },
      {
        path: 'job.yaml',
        message: 'mixed',
        text: rayJob(`  deletionStrategy: { ${rules}, «onFailure»: { policy: DeleteSelf } }\n`),
      },
      {
        path: 'job.yaml',
        message: 'half',
        text: rayJob('  deletionStrategy: { «onFailure»: { policy: DeleteSelf } }\n'),
      },
      {
        path: 'job.yaml',
        message: 'half',
        text: rayJob('  deletionStrategy: { «onSuccess»: { policy: DeleteSelf }, deletionRules: [] }\n'),
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: rayJob(`  shutdownAfterJobFinishes: false\n  deletionStrategy: { ${rules} }\n`),
      },
      {
        path: 'job.yaml',
        text: rayJob(
          `  deletionStrategy: { ${onSuccess}, ${onFailure} }\n  shutdownAfterJobFinishes: true\n`,
        ),
      },
      { path: 'job.yaml', text: rayJob('  shutdownAfterJobFinishes: true\n') },
      {
        path: 'job.yaml',
        text: rayJob('  deletionStrategy: { deletionRules: "${RULES}", onSuccess: {} }\n'),
      },
    ],
  },
});
