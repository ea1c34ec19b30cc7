import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { streamingModes } from '../documentation';
import { dataflow, metadata } from '../example-text';
import { optionNames } from '../pipeline';

const both = ', "supportsAtLeastOnce": true, "supportsExactlyOnce": true, "streaming": true';

export default defineRule({
  id: 'beam/no-at-least-once-streaming',
  catalogue: ['dataflow-at-least-once-into-labels'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Dataflow may work on a record more than once.',
  why: 'Counts, sums and joined labels come out too high whenever a worker is lost, and nobody can repeat the training data.',
  remedy:
    'Use exactly-once where the pipeline counts or joins; at-least-once suits copying into a store that removes duplicates.',
  references: [streamingModes],
  messages: { repeated: 'In at-least-once mode records may be counted more than once.' },
  fix: { none: 'Whether duplicates matter is known only to the author.' },
  looksAt: [
    ...optionNames('dataflow_service_options').map((name) => ({ view: 'beam/options', path: [name] })),
    { view: 'beam/template-metadata', path: ['defaultStreamingMode'] },
  ],
  *check(at): Iterable<Report> {
    for (const each of [at, ...at.items()]) {
      if (isAtLeastOnce(each)) yield { message: 'repeated', span: each.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "dataflow_service_options": ["enable_prime", «"streaming_mode_at_least_once"»]'),
      },
      {
        path: 'options.json',
        text: dataflow(',\n  "dataflowServiceOptions": «"streaming_mode_at_least_once"»'),
      },
      { path: 'metadata.json', text: metadata(`, "defaultStreamingMode": «"AT_LEAST_ONCE"»${both}`) },
    ],
    good: [
      {
        path: 'options.json',
        text: dataflow(',\n  "dataflow_service_options": ["streaming_mode_exactly_once"]'),
      },
      { path: 'metadata.json', text: metadata(`, "defaultStreamingMode": "EXACTLY_ONCE"${both}`) },
    ],
  },
});

function isAtLeastOnce(at: NodeView): boolean {
  return /^(?:streaming_mode_at_least_once|AT_LEAST_ONCE)$/.test(known(at.text()) ?? '');
}
