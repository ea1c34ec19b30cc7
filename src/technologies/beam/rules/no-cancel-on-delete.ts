import { forbiddenValue } from '../../../shapes/forbidden-value';

const job = (value: string): string =>
  `apiVersion: dataflow.cnrm.cloud.google.com/v1beta1\nkind: DataflowFlexTemplateJob\nmetadata:\n  name: clicks\n  annotations:\n    cnrm.cloud.google.com/on-delete: ${value}\nspec:\n  region: europe-west1\n`;

export default forbiddenValue({
  id: 'beam/no-cancel-on-delete',
  catalogue: ['dataflow-tf-cancel-on-delete'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Deleting the resource throws away what the job holds.',
  why: 'Cancelling stops a streaming job at once: what is buffered or half a window is lost.',
  remedy: 'Use `drain`: the job takes nothing new, finishes what it has, and ends.',
  references: [
    {
      title: 'Dataflow: stop a running pipeline',
      url: 'https://cloud.google.com/dataflow/docs/guides/stopping-a-pipeline',
    },
    {
      title: 'Config Connector: DataflowFlexTemplateJob',
      url: 'https://cloud.google.com/config-connector/docs/reference/resource-docs/dataflow/dataflowflextemplatejob',
    },
  ],
  views: ['beam/dataflow-job'],
  key: ['metadata', 'annotations', 'cnrm.cloud.google.com/on-delete'],
  forbidden: ['cancel'],
  message: 'On deletion the job is cancelled, and what it has buffered is lost.',
  mend: { set: 'drain', title: 'Drain the job on deletion', safety: 'review' },
  examples: {
    bad: [{ path: 'job.yaml', text: job('«cancel» # quick'), fixed: job('drain # quick') }],
    good: [
      { path: 'job.yaml', text: job('drain') },
      { path: 'job.yaml', text: job('${ON_DELETE}') },
    ],
  },
});
