import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { dataflowOptions } from '../documentation';
import { dataflow } from '../example-text';
import { isDataflow, optionAt, optionStyle, optionText } from '../pipeline';

const without = (further = ''): string => dataflow(further).replace('  "max_num_workers": 8,\n', '');

export default defineRule({
  id: 'beam/require-worker-limit',
  catalogue: ['dataflow-no-max-workers'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A streaming Dataflow job may grow without a bound of yours.',
  why: 'A backlog, such as a replay of a topic, makes it grow to the default of the service, which is a hundred workers and more: the bill comes at the end of the month.',
  remedy: 'Set `max_num_workers` to what the work needs.',
  references: [dataflowOptions],
  messages: { missing: 'The job may grow without limit: max_num_workers is not set.' },
  fix: 'review',
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    const runner = at.at('runner');
    if (!runner || !isDataflow(at) || optionAt(at, 'max_num_workers')) return;
    const streaming = optionAt(at, 'streaming');
    const grows = known(streaming?.boolean() ?? { is: 'unknown' }) === true;
    if (!grows && optionText(at, 'autoscaling_algorithm') !== 'THROUGHPUT_BASED') return;
    if (at.get('max_num_workers').is !== 'absent' || optionText(at, 'autoscaling_algorithm') === 'NONE')
      return;
    const key = optionStyle(at, 'max_num_workers');
    const fix = at.fix('review', 'Allow 10 workers', at.set([key], 10));
    yield { message: 'missing', span: runner.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: without(',\n  "streaming": true').replace('"DataflowRunner"', '«"DataflowRunner"»'),
        fixed: without(',\n  "streaming": true,\n  "max_num_workers": 10'),
      },
      {
        path: 'options.json',
        text: without(',\n  "autoscalingAlgorithm": "THROUGHPUT_BASED"').replace(
          '"DataflowRunner"',
          '«"DataflowRunner"»',
        ),
        fixed: without(',\n  "autoscalingAlgorithm": "THROUGHPUT_BASED",\n  "maxNumWorkers": 10'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "streaming": true') },
      { path: 'options.json', text: without(',\n  "streaming": false') },
      { path: 'options.json', text: without() },
      { path: 'options.json', text: without(',\n  "streaming": true, "autoscaling_algorithm": "NONE"') },
      {
        path: 'options.json',
        text: without(',\n  "streaming": true').replace('DataflowRunner', 'FlinkRunner'),
      },
      { path: 'options.json', text: without(',\n  "streaming": true, "maxNumWorkers": "${MAX}"') },
    ],
  },
});
