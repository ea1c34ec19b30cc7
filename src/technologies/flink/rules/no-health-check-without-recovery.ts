import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { validator } from '../documentation';
import { deployment, job } from '../example-text';

const start = job('stateless');
const check = 'kubernetes.operator.cluster.health-check.enabled';
const recovery = 'kubernetes.operator.jm-deployment-recovery.enabled';

export default defineRule({
  id: 'flink/no-health-check-without-recovery',
  catalogue: ['flink-healthcheck-without-recovery'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Unhealthy jobs are to be restarted, but the recovery of JobManagers is off.',
  why: 'The operator refuses the resource: the health check restarts jobs by way of that recovery.',
  remedy: 'Leave `kubernetes.operator.jm-deployment-recovery.enabled` at `true`.',
  references: [validator],
  messages: { off: 'The health check of the cluster needs the recovery of JobManagers, and it is off.' },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const checked = at.boolean(check);
    const recovered = at.boolean(recovery);
    if (checked.is !== 'known' || !checked.value || recovered.is !== 'known' || recovered.value) return;
    const fix = at.fix('review', 'Recover JobManagers', at.set([recovery], true));
    yield { message: 'off', span: recovered.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment(`${check}: true\n${recovery}: «false» # no\n`, start),
        fixed: deployment(`${check}: true\n${recovery}: true # no\n`, start),
      },
      {
        path: 'features.yaml',
        text: deployment(`${check}: "true"\n${recovery}: «"false"»\n`, start),
        fixed: deployment(`${check}: "true"\n${recovery}: "true"\n`, start),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment(`${check}: true\n${recovery}: true\n`, start) },
      { path: 'features.yaml', text: deployment(`${check}: false\n${recovery}: false\n`, start) },
      { path: 'features.yaml', text: deployment(`${check}: true\n${recovery}: \${RECOVERY}\n`, start) },
      { path: 'features.yaml', text: deployment(`${recovery}: false\n`, start) },
    ],
  },
});
