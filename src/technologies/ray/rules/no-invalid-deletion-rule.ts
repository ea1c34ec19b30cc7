import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { rayJob } from '../examples';

const job = (...rules: string[]): string =>
  rayJob(`  deletionStrategy:\n    deletionRules:\n${rules.map((rule) => `      - ${rule}\n`).join('')}`);
const rule = (policy: string, condition: string): string =>
  `{ policy: ${policy}, condition: { ${condition} } }`;
const order = ['DeleteWorkers', 'DeleteCluster', 'DeleteSelf'];
const states = ['jobStatus', 'jobDeploymentStatus'];

export default defineRule({
  id: 'ray/no-invalid-deletion-rule',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The deletion rules of a RayJob contradict each other.',
  why: 'KubeRay refuses the job: each rule waits for one state, no two rules are for the same policy and state, and workers go before their cluster, the cluster before the job.',
  remedy:
    'Give each rule one of `jobStatus` and `jobDeploymentStatus`, and times that grow from workers to job.',
  references: [
    {
      title: 'KubeRay 1.6: validateDeletionRules, validateDeletionCondition, validateTTLConsistency',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    none: 'KubeRay refuses a condition without jobStatus or jobDeploymentStatus.',
    both: 'KubeRay refuses jobStatus and jobDeploymentStatus together.',
    negative: 'KubeRay refuses a time of {seconds} s.',
    twice: 'Another rule says {policy} for {state} already.',
    order: '{policy} after {seconds} s comes before {earlier} after {since} s.',
  },
  fix: { none: 'What is deleted when is known only to the author.' },
  looksAt: [{ view: 'ray/job-spec', path: ['deletionStrategy', 'deletionRules'] }],
  *check(at): Iterable<Report> {
    const seen = new Map<string, Map<string, number>>();
    for (const item of at.items()) {
      const condition = item.at('condition');
      if (condition?.node?.type !== 'map') continue;
      const given = states.filter((key) => condition.has(key));
      const [first, second] = given;
      if (given.length === 0 && condition.get('jobStatus').is === 'absent')
        yield { message: 'none', span: condition.anchor };
      if (second !== undefined)
        yield { message: 'both', span: condition.at(second)?.anchor ?? condition.anchor };
      const seconds = condition.number('ttlSeconds');
      if (seconds.is === 'known' && seconds.value < 0)
        yield { message: 'negative', data: { seconds: seconds.value }, span: seconds.span };
      if (first !== undefined && second === undefined) yield* orderFaults(item, condition, first, seen);
    }
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: job('{ policy: DeleteSelf, «condition»: { ttlSeconds: 1 } }'),
        message: 'none',
      },
      {
        path: 'job.yaml',
        text: job(rule('DeleteSelf', 'jobStatus: FAILED, «jobDeploymentStatus»: Failed')),
        message: 'both',
      },
      {
        path: 'job.yaml',
        text: job(rule('DeleteSelf', 'jobStatus: FAILED, ttlSeconds: «-1»')),
        message: 'negative',
      },
      {
        path: 'job.yaml',
        text: job(
          rule('DeleteSelf', 'jobStatus: FAILED'),
          rule('«DeleteSelf»', 'jobStatus: FAILED, ttlSeconds: 9'),
        ),
        message: 'twice',
      },
      {
        path: 'job.yaml',
        text: job(
          rule('DeleteCluster', 'jobStatus: FAILED, ttlSeconds: 60'),
          rule('«DeleteSelf»', 'jobStatus: FAILED, ttlSeconds: 30'),
        ),
        message: 'order',
      },
      {
        path: 'job.yaml',
        text: job(
          rule('DeleteCluster', 'jobDeploymentStatus: Failed, ttlSeconds: 30'),
          rule('«DeleteWorkers»', 'jobDeploymentStatus: Failed, ttlSeconds: 60'),
        ),
        message: 'order',
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: job(
          rule('DeleteWorkers', 'jobStatus: FAILED'),
          rule('DeleteCluster', 'jobStatus: FAILED, ttlSeconds: 60'),
          rule('DeleteSelf', 'jobStatus: SUCCEEDED, ttlSeconds: 30'),
        ),
      },
      {
        path: 'job.yaml',
        text: job(
          rule('DeleteCluster', 'jobStatus: FAILED, ttlSeconds: "${SECONDS}"'),
          rule('DeleteSelf', 'jobStatus: FAILED, ttlSeconds: 30'),
        ),
      },
      { path: 'job.yaml', text: job(rule('DeleteSelf', 'jobStatus: "${STATUS}"'), '"${RULE}"') },
    ],
  },
});

/** Compares with the rules before this one; times that are not known are left out. */
function* orderFaults(
  item: NodeView,
  condition: NodeView,
  key: string,
  seen: Map<string, Map<string, number>>,
): Iterable<Report> {
  const [policy, state, time] = [item.text('policy'), condition.text(key), condition.number('ttlSeconds')];
  if (policy.is !== 'known' || state.is !== 'known') return;
  const seconds = time.is === 'known' ? time.value : time.is === 'absent' ? 0 : undefined;
  if (seconds === undefined || seconds < 0) return;
  const times = seen.get(`${key} ${state.value}`) ?? new Map<string, number>();
  seen.set(`${key} ${state.value}`, times);
  if (times.has(policy.value)) {
    yield { message: 'twice', data: { policy: policy.value, state: state.value }, span: policy.span };
    return;
  }
  const rank = order.indexOf(policy.value);
  for (const [other, since] of times) {
    const isLater = order.indexOf(other) < rank;
    if (rank < 0 || !order.includes(other) || (isLater ? seconds >= since : seconds <= since)) continue;
    const [one, two] = isLater
      ? [
          { policy: policy.value, seconds },
          { earlier: other, since },
        ]
      : [
          { policy: other, seconds: since },
          { earlier: policy.value, since: seconds },
        ];
    yield { message: 'order', data: { ...one, ...two }, span: policy.span };
    break;
  }
  times.set(policy.value, seconds);
}
