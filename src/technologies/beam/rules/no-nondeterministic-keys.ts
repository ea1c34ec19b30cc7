import { forbiddenValue } from '../../../shapes/forbidden-value';
import { pipelineOptions } from '../documentation';
import { dataflow, streaming } from '../example-text';

export default forbiddenValue({
  id: 'beam/no-nondeterministic-keys',
  catalogue: ['beam-nondeterministic-keys'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Keys may be grouped by an encoding that differs from time to time.',
  why: 'The same key can be encoded in two ways, and its records then fall into two groups: sums and joins come out wrong now and then.',
  remedy: 'Leave it out, and give keys a type with a deterministic coder.',
  references: [pipelineOptions],
  views: ['beam/options'],
  key: ['allow_non_deterministic_key_coders'],
  otherKeys: [['allowNonDeterministicKeyCoders']],
  forbidden: ['true'],
  message: '{key} lets one key fall into several groups.',
  mend: { remove: true, title: 'Remove the option', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "allow_non_deterministic_key_coders": «true»'),
        fixed: dataflow(''),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: true\n  allowNonDeterministicKeyCoders: «true» # why\n'),
        fixed: streaming('', 'options:\n  streaming: true\n'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "allow_non_deterministic_key_coders": false') },
      { path: 'options.json', text: dataflow(',\n  "allow_non_deterministic_key_coders": "${VALUE}"') },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});
