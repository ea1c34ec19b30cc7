import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { yamlErrors } from '../documentation';
import { batch, streaming } from '../example-text';
import { isUnbounded, transformsOf } from '../pipeline';
import type { Transform } from '../pipeline';

const map = (rest = ''): string =>
  `- type: MapToFields\n  input: Read\n  config:\n    language: python\n    fields: { id: "int(payload)" }\n${rest}`;

export default defineRule({
  id: 'beam/require-error-handling',
  catalogue: ['beam-yaml-no-error-handling', 'pipeline-no-dlq'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A streaming pipeline has no place for records that fail.',
  why: 'One record that cannot be parsed or mapped is tried again for ever: the pipeline stands still, or stops, until somebody finds the record.',
  remedy:
    'Give the transform `error_handling: {output: errors}` and write `Name.errors` to a dead-letter topic or table.',
  references: [yamlErrors],
  messages: { missing: '{name} has no error_handling: one bad record stops the pipeline.' },
  fix: { none: 'Where bad records are to go is known only to the author.' },
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    const transforms = transformsOf(at);
    if (!transforms.some(isUnbounded)) return;
    for (const transform of transforms) {
      const { name } = transform;
      const type = transform.at.at('type');
      if (!type || !mayFail(transform)) continue;
      if (transform.at.get('config', 'error_handling').is !== 'absent') continue;
      yield { message: 'missing', data: { name }, span: type.span };
    }
  },
  examples: {
    bad: [
      { path: 'clicks.yaml', text: streaming(map().replace('MapToFields', '«MapToFields» # parse')) },
      {
        path: 'clicks.yaml',
        text: streaming(
          '- type: composite\n  transforms:\n    - { type: «Filter», input: Read, config: { language: python, keep: "x > 1" } }\n',
        ),
      },
      {
        path: 'clicks.yaml',
        text: streaming('')
          .replace('- type: ReadFromKafka', '- type: «ReadFromKafka»')
          .replace('RAW', 'JSON'),
      },
    ],
    good: [
      {
        path: 'clicks.yaml',
        text: streaming(
          `${map('    error_handling: { output: errors }\n')}- { type: LogForTesting, input: MapToFields.errors }\n`,
        ),
      },
      { path: 'clicks.yaml', text: streaming(map('    error_handling: ${ERRORS}\n')) },
      { path: 'clicks.yaml', text: streaming(map().replace('    language: python\n', '')) },
      { path: 'clicks.yaml', text: batch(map()) },
      {
        path: 'clicks.yaml',
        text: streaming(map()).replace('kafka:9093 }', 'kafka:9093, max_read_time_seconds: 60 }'),
      },
      {
        path: 'clicks.yaml',
        text: streaming('- { type: LogForTesting, input: Read, config: { level: INFO } }\n'),
      },
    ],
  },
});

/** Own code may fail at any record, and so may parsing. */
function mayFail({ at, type }: Transform): boolean {
  if (/^(?:MapToFields|Filter)$/.test(type)) return at.has('config', 'language');
  const format = at.text('config', 'format');
  return (
    /^ReadFrom(?:Kafka|PubSub)$/.test(type) &&
    format.is === 'known' &&
    !/^(?:raw|string)$/i.test(format.value)
  );
}
