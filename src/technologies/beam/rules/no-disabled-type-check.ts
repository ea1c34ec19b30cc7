import { forbiddenValue } from '../../../shapes/forbidden-value';
import { pipelineOptions } from '../documentation';
import { dataflow, streaming } from '../example-text';

export default forbiddenValue({
  id: 'beam/no-disabled-type-check',
  catalogue: ['beam-type-check-off'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'Types are not checked when the pipeline is built.',
  why: 'A transform that gives another type than the next one takes shows only on the workers, at the first record.',
  remedy: 'Leave the check on.',
  references: [pipelineOptions],
  views: ['beam/options'],
  key: ['pipeline_type_check'],
  otherKeys: [['pipelineTypeCheck']],
  forbidden: ['false'],
  message: '{key} is off: wrong types show only on the workers.',
  mend: { set: true, title: 'Check types', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "pipeline_type_check": «false»'),
        fixed: dataflow(',\n  "pipeline_type_check": true'),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: true\n  pipelineTypeCheck: «false» # why\n'),
        fixed: streaming('', 'options:\n  streaming: true\n  pipelineTypeCheck: true # why\n'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "pipeline_type_check": true') },
      { path: 'options.json', text: dataflow(',\n  "pipeline_type_check": "${VALUE}"') },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});
