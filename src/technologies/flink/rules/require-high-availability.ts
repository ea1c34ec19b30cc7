import { defineRule, known } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { configOf, deploymentSetting, isStateful } from '../deployment';
import { highAvailabilityPage, productionReadiness, validator } from '../documentation';
import { deployment, job } from '../example-text';
import { checkpointDirectory, highAvailability, isHighlyAvailable } from '../settings';

const checkpoints = 'execution.checkpointing.dir: s3://b/c\n';
const available = 'high-availability.type: kubernetes\nhigh-availability.storageDir: s3://b/ha\n';

export default defineRule({
  id: 'flink/require-high-availability',
  catalogue: ['flink-ha-missing'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'The deployment counts on another JobManager to take over, but high availability is off.',
  why: 'Without it nobody knows the last checkpoint when the JobManager pod is replaced: the job starts anew from where it was first deployed. Standby JobManagers and rollbacks are refused.',
  remedy: 'Set `high-availability.type: kubernetes` and `high-availability.storageDir` on shared storage.',
  references: [highAvailabilityPage, productionReadiness, validator],
  messages: {
    standby: '{value} JobManagers need high availability, and it is off.',
    rollback: 'Rollback needs high availability, and it is off.',
    state: 'A new JobManager will not find the checkpoints of this job, for high availability is off.',
  },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    if (deploymentSetting(at, highAvailability).value.is === 'unknown') return;
    const config = configOf(at);
    if (config && isHighlyAvailable(config) !== false) return;
    if (!config && at.has('flinkConfiguration')) return;
    const replicas = at.number('jobManager', 'replicas');
    if (replicas.is === 'known' && replicas.value > 1) {
      yield { message: 'standby', data: { value: replicas.value }, span: replicas.span };
      return;
    }
    const rollback = config?.at('kubernetes.operator.deployment.rollback.enabled');
    if (rollback && known(rollback.text())?.toLowerCase() === 'true') {
      yield { message: 'rollback', span: rollback.span };
      return;
    }
    const span = stateSpan(at);
    if (span) yield { message: 'state', span };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('', `jobManager: { replicas: «2», resource: {} } # spare\n${job('stateless')}`),
        message: 'standby',
      },
      {
        path: 'features.yaml',
        text: deployment(
          'high-availability.type: NONE\n',
          `jobManager:\n  replicas: «2»\n${job('stateless')}`,
        ),
        message: 'standby',
      },
      {
        path: 'features.yaml',
        text: deployment(
          'kubernetes.operator.deployment.rollback.enabled: «true» # back\n',
          job('stateless'),
        ),
        message: 'rollback',
      },
      {
        path: 'features.yaml',
        text: deployment(checkpoints, job('«last-state»')),
        message: 'state',
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment(checkpoints + available) },
      {
        path: 'features.yaml',
        text: deployment(
          `${checkpoints}high-availability: org.example.Factory\nhigh-availability.storageDir: s3://b/ha\n`,
          'jobManager:\n  replicas: 2\n',
        ),
      },
      {
        path: 'features.yaml',
        text: deployment('high-availability.type: ${HA}\n', 'jobManager:\n  replicas: 2\n'),
      },
      { path: 'features.yaml', text: deployment('${SETTINGS}\n', 'jobManager:\n  replicas: 2\n') },
      { path: 'features.yaml', text: deployment('', `jobManager:\n  replicas: 1\n${job('stateless')}`) },
      {
        path: 'features.yaml',
        text: deployment('kubernetes.operator.deployment.rollback.enabled: false\n', job('stateless')),
      },
      { path: 'features.yaml', text: deployment(checkpoints, job('stateless')) },
      { path: 'features.yaml', text: deployment('state.backend: rocksdb\n', job('last-state')) },
    ],
  },
});

/** Where the deployment says that its state matters. */
function stateSpan(spec: NodeView): Span | undefined {
  const mode = spec.text('job', 'upgradeMode');
  if (mode.is !== 'known' || !['last-state', 'savepoint'].includes(mode.value)) return undefined;
  return isStateful(spec, [checkpointDirectory]) ? mode.span : undefined;
}
