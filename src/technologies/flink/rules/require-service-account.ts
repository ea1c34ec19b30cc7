import { requiredKey } from '../../../shapes/required-key';
import { customResources, validator } from '../documentation';
import { deployment, job } from '../example-text';

const without = (text: string): string => text.replace('  serviceAccount: flink\n', '');

export default requiredKey({
  id: 'flink/require-service-account',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The deployment names no service account.',
  why: 'The operator refuses the resource: the JobManager makes TaskManager pods and needs an account that may.',
  remedy: "Set `serviceAccount` to the job account of the operator's chart, which is `flink` by default.",
  references: [validator, customResources],
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  key: ['serviceAccount'],
  message: 'The operator refuses a deployment without serviceAccount.',
  mend: { insert: 'flink', title: 'Use the service account flink', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: without(deployment('', job('stateless'))).replace('spec:', '«spec»: # the cluster'),
        fixed: `${without(deployment('', job('stateless'))).replace('spec:', 'spec: # the cluster')}  serviceAccount: flink\n`,
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', job('stateless')) },
      {
        path: 'features.yaml',
        text: deployment('', job('stateless')).replace(': flink\n', ': ${ACCOUNT}\n'),
      },
      {
        path: 'patch.yaml',
        text: without(deployment('', job('stateless'))).replace('  flinkVersion: v2_2\n', ''),
      },
    ],
  },
});
