import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dataflowOptions } from '../documentation';
import { dataflow } from '../example-text';
import { isDataflow, optionAt } from '../pipeline';

const without = dataflow('').replace('  "region": "europe-west1",\n', '');

export default defineRule({
  id: 'beam/require-region',
  catalogue: ['dataflow-no-region'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A Dataflow job names no region.',
  why: 'The job is refused, or runs wherever the machine that starts it is set to: far from its data, or outside the country where the data must stay.',
  remedy: 'Set `region`.',
  references: [dataflowOptions],
  messages: { missing: 'Dataflow needs a region.' },
  fix: { none: 'Where the data may be worked on is known only to the author.' },
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    const runner = at.at('runner');
    if (!runner || !isDataflow(at) || optionAt(at, 'region')) return;
    if (at.get('region').is === 'absent') yield { message: 'missing', span: runner.span };
  },
  examples: {
    bad: [
      { path: 'options.json', text: without.replace('"DataflowRunner"', '«"DataflowRunner"»') },
      { path: 'options.json', text: without.replace('"DataflowRunner"', '«"dataflow"»') },
    ],
    good: [
      { path: 'options.json', text: dataflow('') },
      { path: 'options.json', text: without.replace('DataflowRunner', 'FlinkRunner') },
      { path: 'options.json', text: without.replace('DataflowRunner', '${RUNNER}') },
      {
        path: 'options.json',
        text: without.replace('"project"', '"region": "${REGION}", "project"'),
      },
    ],
  },
});
