import { known } from '../../../core';
import { recordCheck, says } from '../duty';
import { path, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-non-profiling-option',
  catalogue: ['dsa-vlop-no-non-profiling-option'],
  law: 'dsa',
  article: 'Art. 38',
  summary: 'A very large platform or search engine offers no recommendations without profiling.',
  why: 'Very large online platforms and search engines offer at least one option of each recommender that is not based on profiling.',
  remedy: 'Offer such an option, then set `dsa.recommender.nonProfilingOption: true`.',
  messages: {
    missing: 'The record tells no option of the recommender without profiling',
    none: 'The recommender has no option without profiling',
  },
  *check(document) {
    if (known(document.boolean('spec', 'dsa', 'inScope')) !== true) return;
    if (!says(document, ['spec', 'dsa', 'providerType'], 'vlop', 'vlose')) return;
    const option = document.boolean('spec', 'dsa', 'recommender', 'nonProfilingOption');
    if (option.is === 'absent') yield { message: 'missing', span: option.anchor };
    if (option.is === 'known' && !option.value) yield { message: 'none', span: option.span };
  },
  examples: {
    bad: [
      {
        path,
        text: record('  dsa: { inScope: true, providerType: vlop, «recommender»: { options: 1 } }\n'),
        message: 'missing',
      },
      {
        path,
        text: record(
          '  dsa: { inScope: true, providerType: vlose, recommender: { nonProfilingOption: «false», options: 1 } }\n',
        ),
        message: 'none',
      },
    ],
    good: [
      {
        path,
        text: record(
          '  dsa: { inScope: true, providerType: vlop, recommender: { nonProfilingOption: true } }\n',
        ),
      },
      { path, text: record('  dsa: { inScope: true, providerType: online-platform }\n') },
      { path, text: record('  dsa: { inScope: false, providerType: vlop }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: vlop }\n', 'UK') },
    ],
  },
});
