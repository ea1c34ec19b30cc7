import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { beamYaml } from '../documentation';
import { batch, streaming } from '../example-text';
import { isUnbounded, transformsOf } from '../pipeline';
import type { Transform } from '../pipeline';

const combine = (rest = ''): string =>
  `- type: Combine\n  input: Read\n${rest}  config: { group_by: id, combine: { n: count } }\n`;
const window = '  windowing: { type: fixed, size: 60s }\n';

export default defineRule({
  id: 'beam/require-windowing',
  catalogue: ['beam-yaml-unwindowed-aggregation', 'pipeline-no-event-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An endless stream is aggregated without windows.',
  why: 'The one global window never ends, so the aggregation never gives a result; Beam refuses most such pipelines when they are built.',
  remedy: 'Say over what time: `windowing: {type: fixed, size: 60s}`.',
  references: [beamYaml],
  messages: { missing: '{type} over an endless stream needs a window.' },
  fix: 'review',
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    const transforms = transformsOf(at);
    if (!transforms.some(isUnbounded) || transforms.some(({ type }) => type === 'WindowInto')) return;
    // Any windowing may stand upstream of what is aggregated.
    if (transforms.some((each) => [each.at, ...each.parents].some((place) => place.has('windowing')))) return;
    for (const transform of transforms) {
      const type = transform.at.at('type');
      if (!type || !aggregates(transform)) continue;
      const fix = transform.at.fix(
        'review',
        'Aggregate each minute',
        transform.at.set(['windowing'], { type: 'fixed', size: '60s' }),
      );
      yield { message: 'missing', data: { type: transform.type }, span: type.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'counts.yaml',
        text: streaming(combine().replace('Combine', '«Combine» # all')),
        fixed: streaming(
          `${combine().replace('Combine', 'Combine # all')}  windowing:\n    type: fixed\n    size: 60s\n`,
        ),
      },
      {
        path: 'counts.yaml',
        text: streaming(
          '- type: «Sql»\n  input: Read\n  config:\n    query: select id, count(*) from PCOLLECTION group by id\n',
        ),
        fixed: streaming(
          '- type: Sql\n  input: Read\n  config:\n    query: select id, count(*) from PCOLLECTION group by id\n  windowing:\n    type: fixed\n    size: 60s\n',
        ),
      },
    ],
    good: [
      { path: 'counts.yaml', text: streaming(combine(window)) },
      { path: 'counts.yaml', text: streaming(combine()).replace('pipeline:\n', `pipeline:\n${window}`) },
      {
        path: 'counts.yaml',
        text: streaming(
          `- { type: WindowInto, name: W, input: Read, config: {} }\n${combine().replace('Read', 'W')}`,
        ),
      },
      { path: 'counts.yaml', text: batch(combine()) },
      {
        path: 'counts.yaml',
        text: streaming('- { type: Sql, input: Read, config: { query: select id from PCOLLECTION } }\n'),
      },
    ],
  },
});

function aggregates({ at, type }: Transform): boolean {
  if (type === 'Combine' || type === 'Join') return true;
  return type === 'Sql' && /\bgroup\s+by\b|\bjoin\b/i.test(known(at.text('config', 'query')) ?? '');
}
