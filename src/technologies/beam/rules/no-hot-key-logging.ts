import { forbiddenValue } from '../../../shapes/forbidden-value';
import { pipelineOptions } from '../documentation';
import { dataflow, streaming } from '../example-text';

export default forbiddenValue({
  id: 'beam/no-hot-key-logging',
  catalogue: ['dataflow-hot-key-logging-pii'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Keys of records are written to the log in clear.',
  why: 'A hot key is often a user, an address or a phone number; logs are kept long and read by many.',
  remedy: 'Leave it out once the hot key is found.',
  references: [pipelineOptions],
  views: ['beam/options'],
  key: ['enable_hot_key_logging'],
  otherKeys: [['enableHotKeyLogging']],
  forbidden: ['true'],
  message: '{key} writes keys of records to the log as they are.',
  mend: { remove: true, title: 'Remove the option', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "enable_hot_key_logging": «true»'),
        fixed: dataflow(''),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: true\n  enableHotKeyLogging: «true» # why\n'),
        fixed: streaming('', 'options:\n  streaming: true\n'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "enable_hot_key_logging": false') },
      { path: 'options.json', text: dataflow(',\n  "enable_hot_key_logging": "${VALUE}"') },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});
