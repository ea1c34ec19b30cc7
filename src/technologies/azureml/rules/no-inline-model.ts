import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile, deployment } from '../example-files';
import { deploymentReference } from '../sources';

export default defineRule({
  id: 'azureml/no-inline-model',
  catalogue: ['azureml-deploy-inline-model'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A deployment makes its model from a path.',
  why: 'Each deployment registers another anonymous model: no name, no lineage to a run, no approval, and nothing to roll back to.',
  remedy: 'Register the model first, and name it: `model: azureml:fraud:3`.',
  references: [deploymentReference],
  messages: { inline: 'The model at "{path}" is made with the deployment and has no version of its own.' },
  fix: { none: 'The model has to be registered first.' },
  looksAt: [{ view: 'azureml/deployment', path: ['model', 'path'] }],
  *check(at): Iterable<Report> {
    const path = at.text();
    if (path.is === 'known') yield { message: 'inline', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      deployment('model:\n  path: «../model/sklearn.pkl» # local\n'),
      azureFile('batchDeployment', 'model: {path: «./model»}\n'),
    ],
    good: [
      deployment('model: azureml:fraud:3\n'),
      deployment('model: {path: "${MODEL}"}\n'),
      azureFile('model', 'path: ./model\n'),
    ],
  },
});
