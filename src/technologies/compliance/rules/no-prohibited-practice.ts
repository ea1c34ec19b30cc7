import { recordCheck } from '../duty';
import { path, record } from '../example-records';
import { prohibitedPractices } from '../regulations';

export default recordCheck({
  id: 'compliance/no-prohibited-practice',
  catalogue: ['aiact-prohibited-practice'],
  law: 'ai-act-general',
  article: 'Art. 5',
  summary: 'The record names a practice that the AI Act prohibits.',
  why: 'Such a system may not be placed on the market or used in the Union; fines are the highest of the Act.',
  remedy: 'Stop the practice, or have the record corrected by those who assess it.',
  messages: {
    class: 'The record calls the system prohibited',
    practice: 'The record names the practice "{practice}", prohibited since {since}',
    soon: 'The record names the practice "{practice}", prohibited from {since}',
  },
  *check(document, today) {
    const risk = document.text('spec', 'aiAct', 'riskClass');
    if (risk.is === 'known' && risk.value === 'prohibited') yield { message: 'class', span: risk.span };
    for (const item of document.at('spec', 'aiAct', 'practices')?.items() ?? []) {
      const practice = item.text();
      const since = practice.is === 'known' ? prohibitedPractices[practice.value] : undefined;
      if (practice.is !== 'known' || since === undefined) continue;
      const message = today < since ? 'soon' : 'practice';
      yield { message, data: { practice: practice.value, since }, span: practice.span };
    }
  },
  examples: {
    bad: [
      { path, text: record('  aiAct: { riskClass: «prohibited», role: provider }\n'), message: 'class' },
      {
        path,
        text: record('  aiAct: { practices: [ranking, «social-scoring»] }\n'),
        message: 'practice',
      },
      {
        path,
        text: record('  aiAct: { practices: [«non-consensual-intimate-imagery», ranking] }\n'),
        message: 'soon',
        today: '2026-12-01',
      },
      {
        path,
        text: record('  aiAct: { practices: [«non-consensual-intimate-imagery»] }\n'),
        message: 'practice',
        today: '2026-12-02',
      },
    ],
    good: [
      { path, text: record('  aiAct: { riskClass: high-risk, practices: [credit-scoring] }\n') },
      { path, text: record('  aiAct: { riskClass: prohibited }\n', 'UK') },
      { path, text: record('  aiAct: { practices: "${PRACTICES}" }\n') },
    ],
  },
});
