import { forbiddenValue } from '../../../shapes/forbidden-value';
import { pipelineOptions } from '../documentation';
import { dataflow, streaming } from '../example-text';

export default forbiddenValue({
  id: 'beam/no-unsafe-triggers',
  catalogue: ['beam-unsafe-triggers'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Triggers that may lose data are allowed.',
  why: 'A trigger that fires once closes its window: everything that comes later is dropped without a trace, late labels first.',
  remedy: 'Leave `allow_unsafe_triggers` out and let the trigger repeat.',
  references: [pipelineOptions],
  views: ['beam/options'],
  key: ['allow_unsafe_triggers'],
  otherKeys: [['allowUnsafeTriggers']],
  forbidden: ['true'],
  message: '{key} lets triggers drop data.',
  mend: { remove: true, title: 'Remove the option', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "allow_unsafe_triggers": «true»'),
        fixed: dataflow(''),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: true\n  allowUnsafeTriggers: «true» # why\n'),
        fixed: streaming('', 'options:\n  streaming: true\n'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "allow_unsafe_triggers": false') },
      { path: 'options.json', text: dataflow(',\n  "allow_unsafe_triggers": "${VALUE}"') },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});
