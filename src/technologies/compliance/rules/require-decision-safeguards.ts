import { known } from '../../../core';
import { isUnder, recordCheck } from '../duty';
import { path, personal } from '../example-records';

/** Article 22(3) of the GDPR; Article 22C of the UK GDPR asks for two more. */
const everywhere = ['human-review', 'contest'];
const inTheKingdom = ['inform', 'representations'];

export default recordCheck({
  id: 'compliance/require-decision-safeguards',
  catalogue: ['gdpr-solely-automated-no-safeguards'],
  law: 'gdpr',
  article: 'Art. 22, in the UK 22A to 22D',
  summary: 'Decisions are made by the system alone, without safeguards.',
  why: 'Whom a decision by a machine alone affects may have a person look at it and may contest it; in the United Kingdom they are also told, and heard.',
  remedy: 'List the safeguards that exist in `gdpr.automatedDecision.safeguards`.',
  messages: {
    missing: 'Decisions are solely automated, and the record names no safeguards',
    lacking: 'Decisions are solely automated, and the safeguards lack {lacking}',
  },
  *check(document) {
    const decision = document.at('spec', 'gdpr', 'automatedDecision');
    if (!decision || known(decision.boolean('solely')) !== true) return;
    const safeguards = decision.list('safeguards');
    if (safeguards.is === 'absent') yield { message: 'missing', span: safeguards.anchor };
    if (safeguards.is !== 'known') return;
    const named = safeguards.value.map((item) => known(item.text()));
    if (named.includes(undefined)) return;
    const isBritish = isUnder(document, 'uk-automated-decisions') && document.has('spec', 'jurisdictions');
    const wanted = [...(isBritish ? inTheKingdom : []), ...everywhere];
    const lacking = wanted.filter((name) => !named.includes(name));
    if (lacking.length > 0)
      yield { message: 'lacking', data: { lacking: lacking.join(', ') }, span: safeguards.span };
  },
  examples: {
    bad: [
      { path, text: personal('«automatedDecision»: { solely: true }, largeScale: true'), message: 'missing' },
      {
        path,
        text: personal('automatedDecision: { safeguards: «[human-review]», solely: true }', 'EU'),
        message: 'lacking',
      },
      {
        path,
        text: personal('automatedDecision: { safeguards: «[contest]», solely: true }', 'EU'),
        message: 'lacking',
      },
      {
        path,
        text: personal('automatedDecision: { solely: true, safeguards: «[inform, human-review, contest]» }'),
        message: 'lacking',
      },
      {
        path,
        text: personal(
          'automatedDecision: { solely: true, safeguards: «[representations, human-review, contest]» }',
        ),
        message: 'lacking',
      },
    ],
    good: [
      {
        path,
        text: personal(
          'automatedDecision: { solely: true, safeguards: [inform, representations, human-review, contest] }',
        ),
      },
      {
        path,
        text: personal('automatedDecision: { solely: true, safeguards: [human-review, contest] }', 'EU'),
      },
      { path, text: personal('automatedDecision: { solely: false }') },
      { path, text: personal('automatedDecision: { solely: true, safeguards: ["${ONE}"] }') },
      {
        path,
        text: personal('automatedDecision: { solely: true, safeguards: [human-review, contest] }').replace(
          '  jurisdictions: [UK]\n',
          '',
        ),
      },
    ],
  },
});
