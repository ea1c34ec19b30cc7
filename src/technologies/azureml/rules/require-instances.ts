import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-files';
import { deploymentReference } from '../sources';

export default defineRule({
  id: 'azureml/require-instances',
  catalogue: ['azureml-deploy-single-instance'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A deployment has too few instances to survive the loss of one.',
  why: 'Instances are taken away for repairs and updates of the system. With one of them the endpoint is down meanwhile; Azure recommends at least three.',
  remedy: 'Set `instance_count: 3`, or scale by rules with a least number of three.',
  references: [deploymentReference],
  messages: {
    one: 'The deployment has a single instance.',
    two: 'The deployment has two instances, fewer than the three that Azure recommends.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/managed-deployment', path: ['instance_count'] }],
  *check(at): Iterable<Report> {
    const count = at.number();
    if (count.is !== 'known' || (count.value !== 1 && count.value !== 2)) return;
    const message = count.value === 1 ? 'one' : 'two';
    const fix = at.fix('review', 'Run three instances', at.set([], 3));
    yield { message, span: count.span, severity: count.value === 1 ? 'warning' : 'info', fix };
  },
  examples: {
    bad: [
      deployment('instance_count: «1» # cheap\n', { message: 'one', fixed: 'instance_count: 3 # cheap\n' }),
      deployment('instance_count: «2»\n', { message: 'two', severity: 'info', fixed: 'instance_count: 3\n' }),
    ],
    good: [
      deployment('instance_count: 3\n'),
      deployment('instance_count: "${COUNT}"\n'),
      deployment('instance_count: 0\n'),
      {
        path: 'd.yml',
        text: '$schema: https://azuremlschemas.azureedge.net/latest/batchDeployment.schema.json\ninstance_count: 1\n',
      },
    ],
  },
});
