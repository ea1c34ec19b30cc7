import { known } from '../../../core';
import { duty } from '../duty';
import { path, record } from '../example-records';

export default duty({
  id: 'compliance/require-recommender-choice',
  catalogue: ['dsa-recommender-no-user-option'],
  law: 'dsa',
  article: 'Art. 27(3)',
  summary: 'A recommender has several options, and no place to choose between them.',
  why: 'Where several options for ranking exist, users must be able to choose and change theirs where the ranking is shown.',
  remedy: 'Name the place in `dsa.recommender.optionSwitchUi`.',
  when: (record) =>
    known(record.boolean('spec', 'dsa', 'inScope')) === true &&
    (known(record.number('spec', 'dsa', 'recommender', 'options')) ?? 0) > 1,
  needs: [['spec', 'dsa', 'recommender', 'optionSwitchUi']],
  lacks: 'no place where users choose between the options of the recommender',
  examples: {
    bad: [{ path, text: record('  dsa: { inScope: true, «recommender»: { options: 2 } } # ours\n') }],
    good: [
      {
        path,
        text: record('  dsa: { inScope: true, recommender: { options: 2, optionSwitchUi: /settings } }\n'),
      },
      { path, text: record('  dsa: { inScope: true, recommender: { options: 1 } }\n') },
      { path, text: record('  dsa: { inScope: true, recommender: { mainParametersDoc: a.md } }\n') },
      { path, text: record('  dsa: { inScope: false, recommender: { options: 2 } }\n') },
    ],
  },
});
