import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const pool = (machine: string): string => `workerPoolSpecs:\n  - machineSpec: {${machine}}\n`;

export default defineRule({
  id: 'vertex/no-incomplete-accelerator',
  catalogue: ['vertex-accelerator-incomplete'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A machine names an accelerator without a number, or a number without an accelerator.',
  why: 'The two belong together. A type without count attaches none, so that training runs on the processor, or the API refuses the job.',
  remedy: 'Set both `acceleratorType` and `acceleratorCount`.',
  references: [
    {
      title: 'Vertex AI: MachineSpec',
      url: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/MachineSpec',
    },
  ],
  messages: {
    count: 'No acceleratorCount says how many of {type} the machine gets.',
    type: 'No acceleratorType says what the {count} accelerators are.',
  },
  fix: 'review',
  looksAt: [{ view: 'vertex/job-spec', path: ['workerPoolSpecs', '*', 'machineSpec'] }],
  *check(at): Iterable<Report> {
    const type = at.text('acceleratorType');
    const count = at.number('acceleratorCount');
    if (type.is === 'known' && type.value !== 'ACCELERATOR_TYPE_UNSPECIFIED') {
      const none = count.is === 'absent' || (count.is === 'known' && count.value < 1);
      const fix = at.fix('review', 'Attach one', at.set(['acceleratorCount'], 1));
      if (none) yield { message: 'count', data: { type: type.value }, span: type.span, fix };
    }
    if (type.is === 'absent' && count.is === 'known' && count.value > 0)
      yield { message: 'type', data: { count: count.value }, span: count.span };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        message: 'count',
        text: pool('machineType: n1-standard-8, acceleratorType: «NVIDIA_TESLA_T4»'),
        fixed: pool('machineType: n1-standard-8, acceleratorType: NVIDIA_TESLA_T4, acceleratorCount: 1'),
      },
      {
        path: 'job.yaml',
        message: 'count',
        text: 'worker_pool_specs:\n  - machine_spec:\n      accelerator_type: «NVIDIA_L4» # one\n',
        fixed:
          'worker_pool_specs:\n  - machine_spec:\n      accelerator_type: NVIDIA_L4 # one\n      accelerator_count: 1\n',
      },
      {
        path: 'job.yaml',
        message: 'count',
        text: pool('acceleratorType: «NVIDIA_L4», acceleratorCount: 0'),
        fixed: pool('acceleratorType: NVIDIA_L4, acceleratorCount: 1'),
      },
      { path: 'job.yaml', message: 'type', text: pool('machineType: n1-standard-8, acceleratorCount: «1»') },
    ],
    good: [
      { path: 'job.yaml', text: pool('acceleratorType: NVIDIA_L4, acceleratorCount: 1') },
      { path: 'job.yaml', text: pool('acceleratorType: ACCELERATOR_TYPE_UNSPECIFIED') },
      { path: 'job.yaml', text: pool('machineType: n1-standard-8, acceleratorCount: 0') },
      { path: 'job.yaml', text: pool('acceleratorType: NVIDIA_L4, acceleratorCount: "${GPUS}"') },
      { path: 'job.yaml', text: pool('acceleratorType: "${GPU}", acceleratorCount: 1') },
    ],
  },
});
