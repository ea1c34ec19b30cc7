import { requiredKey } from '../../../shapes/required-key';
import { jobSpec } from '../sources';

export default requiredKey({
  id: 'vertex/require-timeout',
  catalogue: ['vertex-no-timeout'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A training job may run for seven days.',
  why: 'That is the default. A job that hangs keeps its accelerators, and its bill, until then.',
  remedy: 'Set `scheduling.timeout`, such as `14400s`.',
  references: [jobSpec],
  looksAt: [{ view: 'vertex/job-spec', path: [] }],
  key: ['scheduling', 'timeout'],
  message: 'Without {key} the job may run for seven days.',
  mend: { insert: '14400s', title: 'Stop after four hours', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: 'workerPoolSpecs: []\n«scheduling»: # queue\n  strategy: SPOT\n',
        fixed: 'workerPoolSpecs: []\nscheduling: # queue\n  strategy: SPOT\n  timeout: 14400s\n',
      },
      {
        path: 'job.yaml',
        text: 'worker_pool_specs: []\n«scheduling»: {strategy: SPOT}\n',
        fixed: 'worker_pool_specs: []\nscheduling: {strategy: SPOT, timeout: 14400s}\n',
      },
      {
        path: 'job.json',
        text: '{"displayName": "a", "jobSpec": {"workerPoolSpecs": [], «"scheduling"»: {"strategy": "SPOT"}}}',
        fixed:
          '{"displayName": "a", "jobSpec": {"workerPoolSpecs": [], "scheduling": {"strategy": "SPOT", "timeout": "14400s"}}}',
      },
      {
        path: 'tune.yaml',
        text: 'study_spec: {}\ntrial_job_spec:\n  «scheduling»: {strategy: SPOT}\n',
        fixed: 'study_spec: {}\ntrial_job_spec:\n  scheduling: {strategy: SPOT, timeout: 14400s}\n',
      },
      {
        path: 'tune.yaml',
        text: 'studySpec: {}\nmaxTrialCount: 4\ntrialJobSpec:\n  «scheduling»: {strategy: SPOT}\n',
        fixed:
          'studySpec: {}\nmaxTrialCount: 4\ntrialJobSpec:\n  scheduling: {strategy: SPOT, timeout: 14400s}\n',
      },
    ],
    good: [
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nscheduling: {timeout: 3600s}\n' },
      { path: 'job.yaml', text: 'apiVersion: v1\nworkerPoolSpecs: []\n' },
      { path: 'job.yaml', text: 'jobSpec: {scheduling: {}}\n' },
      { path: 'tune.yaml', text: 'studySpec: {}\nother: {}\n' },
    ],
  },
});
