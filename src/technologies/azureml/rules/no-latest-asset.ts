import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { azureFile, deployment } from '../example-files';
import { coreSyntax } from '../sources';

export default defineRule({
  id: 'azureml/no-latest-asset',
  catalogue: ['azureml-at-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An asset is named by its latest version.',
  why: 'What runs changes when anybody registers another version: the next deployment of the same file serves another model, and a run cannot be repeated.',
  remedy: 'Name the version: `azureml:fraud:3`.',
  references: [coreSyntax],
  messages: { latest: '"{asset}" names whatever was registered last.' },
  fix: { none: 'Which version is meant is known only to the author.' },
  looksAt: [{ view: 'azureml/file', path: [] }],
  *check(at): Iterable<Report> {
    const schema = known(at.text('$schema')) ?? '';
    const lasting = /deployment|schedule/i.test(schema) || at.has('create_monitor');
    for (const scalar of scalarsBelow(at)) {
      const text = scalar.text();
      if (text.is !== 'known' || !/^azureml:.*(?:@|\/labels\/)latest$/.test(text.value)) continue;
      const data = { asset: text.value };
      yield { message: 'latest', data, span: text.span, severity: lasting ? 'warning' : 'info' };
    }
  },
  examples: {
    bad: [
      deployment('model: «azureml:fraud@latest» # newest\n'),
      deployment('environment: «azureml://registries/azureml/environments/sklearn/labels/latest»\n'),
      azureFile('commandJob', 'inputs:\n  data: {path: «"azureml:train@latest"», type: uri_file}\n', {
        severity: 'info',
      }),
      azureFile('schedule', 'create_job: {inputs: [{path: «azureml:a@latest»}]}\n'),
      { path: 's.yml', text: 'trigger: {type: cron}\ncreate_monitor: {compute: x, y: «azureml:a@latest»}\n' },
    ],
    good: [
      deployment('model: azureml:fraud:3\nenvironment: azureml:latest:1\n'),
      deployment('model: azureml:fraud@latest-good\ntags: {of: "@latest"}\n'),
    ],
  },
});

function* scalarsBelow(view: NodeView, depth = 0): Iterable<NodeView> {
  if (view.node?.type === 'scalar') yield view;
  if (depth > 30) return;
  const children = view.node?.type === 'map' ? view.entries() : view.items();
  for (const child of children) yield* scalarsBelow(child, depth + 1);
}
