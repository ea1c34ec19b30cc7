import { known } from '../../../core';
import { duty, says } from '../duty';
import { path, record } from '../example-records';

export default duty({
  id: 'compliance/require-recommender-parameters',
  catalogue: ['dsa-recommender-no-main-parameters'],
  law: 'dsa',
  article: 'Art. 27(1)',
  summary: 'The record of a recommender names no document of its main parameters.',
  why: 'Online platforms tell in their terms, in plain language, what decides on a recommendation and how users can change it.',
  remedy: 'Name the place in the terms in `dsa.recommender.mainParametersDoc`.',
  when: (record) =>
    known(record.boolean('spec', 'dsa', 'inScope')) === true &&
    says(record, ['spec', 'dsa', 'providerType'], 'online-platform', 'vlop', 'vlose'),
  needs: [['spec', 'dsa', 'recommender', 'mainParametersDoc']],
  lacks: 'no document of the main parameters of the recommender',
  examples: {
    bad: [
      { path, text: record('  «dsa»: { inScope: true, providerType: online-platform } # ours\n') },
      { path, text: record('  dsa: { inScope: true, providerType: vlop, «recommender»: { options: 2 } }\n') },
      {
        path,
        text: record('  dsa: { inScope: true, providerType: vlose, «recommender»: { options: 2 } }\n'),
      },
    ],
    good: [
      {
        path,
        text: record(
          '  dsa: { inScope: true, providerType: online-platform, recommender: { mainParametersDoc: terms.md } }\n',
        ),
      },
      { path, text: record('  dsa: { inScope: false, providerType: online-platform }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: hosting }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: online-platform }\n', 'UK') },
    ],
  },
});
