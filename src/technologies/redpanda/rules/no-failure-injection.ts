import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerProperties } from '../documentation';
import { node } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-failure-injection',
  catalogue: ['redpanda-failure-injection', 'recovery-mode'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A broker for tests or repairs is configured.',
  why: 'Failure injection breaks writes on purpose; recovery mode refuses to serve clients.',
  remedy: 'Remove the property.',
  references: [brokerProperties],
  views: ['redpanda/node-config'],
  key: ['storage_failure_injection_enabled'],
  otherKeys: [['recovery_mode_enabled']],
  forbidden: ['true'],
  message: '{key} is for tests and repairs, not for serving clients.',
  mend: { set: false, title: 'Switch it off', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'redpanda.yaml',
        text: node('storage_failure_injection_enabled: «true» # why\n'),
        fixed: node('storage_failure_injection_enabled: false # why\n'),
      },
      {
        path: 'redpanda.yaml',
        text: node('recovery_mode_enabled: «true» # why\n'),
        fixed: node('recovery_mode_enabled: false # why\n'),
      },
    ],
    good: [
      { path: 'redpanda.yaml', text: node('storage_failure_injection_enabled: false\n') },
      { path: 'redpanda.yaml', text: node('storage_failure_injection_enabled: ${VALUE}\n') },
      { path: 'redpanda.yaml', text: node('') },
    ],
  },
});
