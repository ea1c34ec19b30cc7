import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deployment } from '../example-files';
import { deploymentReference } from '../sources';

const collections = ['model_inputs', 'model_outputs'] as const;

export default defineRule({
  id: 'azureml/require-data-collector',
  catalogue: ['azureml-deploy-no-data-collector'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A deployment does not keep what it was asked and what it answered.',
  why: 'Collection is off by default. Without inputs and outputs no monitor can tell drift, no answer can be explained later, and no feedback can be joined.',
  remedy: 'Enable `data_collector.collections.model_inputs` and `model_outputs`.',
  references: [
    deploymentReference,
    {
      title: 'Azure ML: collect production data',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-collect-production-data?view=azureml-api-2',
    },
  ],
  messages: {
    none: 'The deployment keeps neither inputs nor outputs of its model.',
    off: 'The deployment does not keep {name}.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/managed-deployment', path: [] }],
  *check(at): Iterable<Report> {
    const collector = at.get('data_collector');
    if (collector.is === 'absent') {
      const on = { collections: { model_inputs: { enabled: 'true' }, model_outputs: { enabled: 'true' } } };
      const fix = at.fix('review', 'Collect inputs and outputs', at.set(['data_collector'], on));
      yield { message: 'none', span: collector.anchor, fix };
      return;
    }
    for (const name of collections) yield* inCollection(at, name);
  },
  examples: {
    bad: [
      {
        path: 'd.json',
        message: 'none',
        text: '{«"$schema"»: "http://azureml/sdk-2-0/ManagedOnlineDeployment.json", "name": "blue"}',
        fixed:
          '{"$schema": "http://azureml/sdk-2-0/ManagedOnlineDeployment.json", "name": "blue", "data_collector": {"collections": {"model_inputs": {"enabled": "true"}, "model_outputs": {"enabled": "true"}}}}',
      },
      deployment(
        "data_collector:\n  collections:\n    model_inputs: {enabled: «'False'»} # off\n    model_outputs: {enabled: 'True'}\n",
        {
          message: 'off',
          fixed:
            "data_collector:\n  collections:\n    model_inputs: {enabled: 'true'} # off\n    model_outputs: {enabled: 'True'}\n",
        },
      ),
      deployment("data_collector:\n  «collections»:\n    model_inputs: {enabled: 'True'}\n", {
        message: 'off',
        fixed:
          'data_collector:\n  collections:\n    model_inputs: {enabled: \'True\'}\n    model_outputs:\n      enabled: "true"\n',
      }),
    ],
    good: [
      deployment(
        "data_collector: {collections: {model_inputs: {enabled: 'True'}, model_outputs: {enabled: true}}}\n",
      ),
      deployment(
        'data_collector: {collections: {model_inputs: {enabled: "${ON}"}, model_outputs: {enabled: "true"}}}\n',
      ),
    ],
  },
});

function* inCollection(at: NodeView, name: string): Iterable<Report> {
  const path = ['data_collector', 'collections', name, 'enabled'];
  const enabled = at.text(...path);
  if (enabled.is !== 'absent' && (enabled.is !== 'known' || enabled.value.toLowerCase() === 'true')) return;
  const span = enabled.is === 'absent' ? enabled.anchor : enabled.span;
  const fix = at.fix('review', `Collect ${name}`, at.set(path, 'true'));
  yield { message: 'off', data: { name }, span, fix };
}
