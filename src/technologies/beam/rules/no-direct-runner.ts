import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dataflowOptions } from '../documentation';
import { dataflow } from '../example-text';
import { optionAt, optionText } from '../pipeline';

const direct = (runner: string): string => dataflow('').replace('"DataflowRunner"', runner);

export default defineRule({
  id: 'beam/no-direct-runner',
  catalogue: ['beam-direct-runner-prod'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Options for the cloud start the runner of the laptop.',
  why: 'The direct runner works on one machine, in memory, and checks much besides: the job runs where it was started, slowly, and is gone when the terminal closes.',
  remedy: 'Set `runner` to `DataflowRunner`, and keep options for the laptop in a file of their own.',
  references: [dataflowOptions],
  messages: { direct: '{value} runs on this machine, though project and bucket are of the cloud.' },
  fix: 'review',
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    const runner = at.text('runner');
    if (runner.is !== 'known' || !/^(?:direct|DirectRunner)$/i.test(runner.value)) return;
    if (!optionAt(at, 'project') || !optionText(at, 'temp_location')?.startsWith('gs://')) return;
    const fix = at.fix('review', 'Run on Dataflow', at.set(['runner'], 'DataflowRunner'));
    yield { message: 'direct', data: { value: runner.value }, span: runner.span, fix };
  },
  examples: {
    bad: [
      { path: 'options.json', text: direct('«"DirectRunner"»'), fixed: direct('"DataflowRunner"') },
      {
        path: 'clicks.yaml',
        text: 'pipeline:\n  type: chain\n  transforms:\n    - { type: Create, config: { elements: [1] } }\noptions:\n  runner: «DirectRunner» # try\n  project: ml\n  temp_location: gs://b/t\n',
        fixed:
          'pipeline:\n  type: chain\n  transforms:\n    - { type: Create, config: { elements: [1] } }\noptions:\n  runner: DataflowRunner # try\n  project: ml\n  temp_location: gs://b/t\n',
      },
    ],
    good: [
      { path: 'options.json', text: dataflow('') },
      { path: 'options.json', text: direct('"${RUNNER}"') },
      { path: 'options.json', text: direct('"DirectRunner"').replace('gs://ml-clicks/temp', '/tmp') },
      { path: 'options.json', text: direct('"DirectRunner"').replace('  "project": "ml-clicks",\n', '') },
    ],
  },
});
