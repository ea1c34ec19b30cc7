import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { quantity } from '../containers';
import { pod } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/no-fractional-cpu-limit',
  catalogue: ['fractional-cpu-limit'],
  equivalents: ['semgrep:no-fractional-cpu-limits'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A CPU limit is a fraction of a core.',
  why: "The kernel's quota stops a thread for the rest of each 100 ms once its share is used: the slowest answers take that much longer.",
  remedy: 'Give whole cores as the limit, or leave the limit out and keep the request.',
  references: [resourceManagement],
  messages: {
    fraction: 'The CPU limit {value} is not a whole number of cores, so the container is throttled.',
  },
  fix: { none: 'Whether to round up or to drop the limit depends on the load.' },
  looksAt: [{ view: 'kubernetes/container', path: ['resources', 'limits', 'cpu'] }],
  *check(at): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known') return;
    const cores = quantity(text.value);
    if (cores === undefined || Number.isInteger(cores)) return;
    yield { message: 'fraction', data: { value: text.value }, span: text.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { limits: { cpu: «1500m», memory: 1Gi } }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { limits: { cpu: «0.5» } }\n') },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { limits: { cpu: 2000m }, requests: { cpu: 500m } }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { limits: { cpu: 2 } }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { limits: { cpu: a-lot } }\n') },
    ],
  },
});
