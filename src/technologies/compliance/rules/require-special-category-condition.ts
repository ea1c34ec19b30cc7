import { duty } from '../duty';
import { path, personal, record } from '../example-records';

export default duty({
  id: 'compliance/require-special-category-condition',
  catalogue: ['gdpr-special-category-no-condition'],
  law: 'gdpr',
  article: 'Art. 9(2)',
  summary: 'Special categories of data are processed, and no condition for it is named.',
  why: 'Data on health, origin, belief and the like may not be processed at all unless one of ten conditions holds.',
  remedy: 'Name the condition in `gdpr.art9Condition`.',
  when: (record) => (record.at('spec', 'gdpr', 'specialCategories')?.items().length ?? 0) > 0,
  needs: [['spec', 'gdpr', 'art9Condition']],
  lacks: 'no condition for processing special categories of data',
  examples: {
    bad: [
      { path, text: record('  «gdpr»: { specialCategories: [health] } # ours\n', 'UK') },
      { path, text: record('  «gdpr»: { specialCategories: [health, belief] }\n') },
    ],
    good: [
      { path, text: record('  gdpr: { specialCategories: [health], art9Condition: 9(2)(a) }\n') },
      { path, text: record('  gdpr: { specialCategories: [] }\n') },
      { path, text: personal('note: none') },
      { path, text: record('  gdpr: { specialCategories: [health] }\n', 'US') },
    ],
  },
});
