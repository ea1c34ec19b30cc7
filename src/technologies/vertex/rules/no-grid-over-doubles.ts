import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { studySpec } from '../sources';

export default defineRule({
  id: 'vertex/no-grid-over-doubles',
  catalogue: ['vertex-hp-grid-double'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A grid is searched over a continuous parameter.',
  why: 'Grid search takes integers, categories and discrete values only: the API refuses the study, because a range of doubles has no next value.',
  remedy: 'Use `discreteValueSpec` with the values, or RANDOM_SEARCH.',
  references: [studySpec],
  messages: { double: 'GRID_SEARCH does not take "{name}", a range of doubles.' },
  fix: { none: 'Which values to try is known only to the author.' },
  looksAt: [{ view: 'vertex/study', path: ['parameters', '*', 'doubleValueSpec'] }],
  *check(at): Iterable<Report> {
    const parameter = at.path[1] ?? '';
    const study = at.outer?.at('studySpec');
    if (!study || known(study.text('algorithm')) !== 'GRID_SEARCH') return;
    const name = known(study.text('parameters', parameter, 'parameterId')) ?? parameter;
    yield { message: 'double', data: { name }, span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'tune.yaml',
        text: 'studySpec:\n  algorithm: GRID_SEARCH\n  parameters:\n    - {parameterId: lr, «doubleValueSpec»: {minValue: 0, maxValue: 1}}\n    - {parameterId: n, integerValueSpec: {minValue: 0, maxValue: 1}}\ntrialJobSpec: {}\n',
      },
      {
        path: 'tune.yaml',
        text: 'study_spec: {algorithm: GRID_SEARCH, parameters: [{«double_value_spec»: {min_value: 0}}]}\ntrial_job_spec: {}\n',
      },
    ],
    good: [
      {
        path: 'tune.yaml',
        text: 'studySpec: {algorithm: RANDOM_SEARCH, parameters: [{doubleValueSpec: {minValue: 0}}]}\ntrialJobSpec: {}\n',
      },
      {
        path: 'tune.yaml',
        text: 'studySpec: {algorithm: GRID_SEARCH, parameters: [{discreteValueSpec: {values: [1]}}]}\ntrialJobSpec: {}\n',
      },
    ],
  },
});
