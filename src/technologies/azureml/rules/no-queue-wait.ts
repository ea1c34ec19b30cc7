import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-files';
import { deploymentReference } from '../sources';

export default defineRule({
  id: 'azureml/no-queue-wait',
  catalogue: ['azureml-max-queue-wait'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'A deployment sets the deprecated time in the queue.',
  why: 'max_queue_wait_ms is deprecated: who tunes it changes nothing, and requests still end at request_timeout_ms.',
  remedy: 'Leave it out; raise `request_timeout_ms` where requests need longer.',
  references: [deploymentReference],
  messages: { deprecated: 'max_queue_wait_ms is deprecated; only request_timeout_ms counts.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'azureml/deployment', path: ['request_settings', 'max_queue_wait_ms'] }],
  *check(at): Iterable<Report> {
    const fix = at.fix('review', 'Leave max_queue_wait_ms out', at.remove());
    yield { message: 'deprecated', span: at.anchor, fix };
  },
  examples: {
    bad: [
      deployment('request_settings:\n  «max_queue_wait_ms»: 3000\n  request_timeout_ms: 6000\n', {
        fixed: 'request_settings:\n  request_timeout_ms: 6000\n',
      }),
    ],
    good: [
      deployment('request_settings: {request_timeout_ms: 6000}\n'),
      deployment('max_queue_wait_ms: 1\n'),
    ],
  },
});
