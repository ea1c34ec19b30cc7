import { hasPersonalData, recordCheck } from '../duty';
import { path, personal, record } from '../example-records';

/** The six of Article 6(1), and the one that the United Kingdom added (Article 6(1)(ea) of the UK GDPR). */
const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
  'recognised-legitimate-interests',
];

export default recordCheck({
  id: 'compliance/require-lawful-basis',
  catalogue: ['gdpr-no-lawful-basis'],
  law: 'gdpr',
  article: 'Art. 6(1)',
  summary: 'Personal data are processed, and no lawful basis is named.',
  why: 'Processing without a lawful basis is unlawful, and the basis must be known before it begins.',
  remedy: `Set \`gdpr.lawfulBasis\` to one of ${bases.join(', ')}.`,
  messages: {
    missing: 'The record tells no lawful basis for processing personal data',
    unknown: 'The lawful basis "{value}" is none of those that the law knows',
  },
  *check(document) {
    if (!hasPersonalData(document)) return;
    const basis = document.text('spec', 'gdpr', 'lawfulBasis');
    if (basis.is === 'absent') yield { message: 'missing', span: basis.anchor };
    if (basis.is === 'known' && !bases.includes(basis.value))
      yield { message: 'unknown', data: { value: basis.value }, span: basis.span };
  },
  examples: {
    bad: [
      { path, text: record('  «gdpr»: { personalData: true } # ours\n', 'UK'), message: 'missing' },
      { path, text: personal('lawfulBasis: «because», note: a', 'EU'), message: 'unknown' },
    ],
    good: [
      ...[
        'consent',
        'contract',
        'legal-obligation',
        'vital-interests',
        'public-task',
        'legitimate-interests',
        'recognised-legitimate-interests',
      ].map((basis) => ({ path, text: personal(`lawfulBasis: ${basis}`) })),
      { path, text: record('  gdpr: { personalData: false }\n') },
      { path, text: personal('lawfulBasis: "${BASIS}"') },
      { path, text: personal('note: a', 'US') },
    ],
  },
});
