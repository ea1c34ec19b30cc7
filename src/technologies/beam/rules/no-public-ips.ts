import { forbiddenValue } from '../../../shapes/forbidden-value';
import { dataflowOptions } from '../documentation';
import { dataflow, streaming } from '../example-text';

export default forbiddenValue({
  id: 'beam/no-public-ips',
  catalogue: ['dataflow-public-ips'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Workers get public addresses.',
  why: 'Each worker can be reached from the internet, and data can leave by way of it past the rules of the network.',
  remedy: 'Set `use_public_ips` to false and turn on Private Google Access in the subnetwork.',
  references: [dataflowOptions],
  views: ['beam/options'],
  key: ['use_public_ips'],
  otherKeys: [['usePublicIps']],
  forbidden: ['true'],
  message: '{key} gives each worker a public address.',
  mend: { set: false, title: 'Use private addresses', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "use_public_ips": «true»'),
        fixed: dataflow(',\n  "use_public_ips": false'),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: true\n  usePublicIps: «true» # why\n'),
        fixed: streaming('', 'options:\n  streaming: true\n  usePublicIps: false # why\n'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "use_public_ips": false') },
      { path: 'options.json', text: dataflow(',\n  "use_public_ips": "${VALUE}"') },
      { path: 'options.json', text: dataflow('') },
    ],
  },
});
