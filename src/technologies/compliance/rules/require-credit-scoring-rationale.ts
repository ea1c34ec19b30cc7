import { known } from '../../../core';
import { recordCheck } from '../duty';
import { path, record } from '../example-records';

const purpose = (text: string, risk: string, more = ''): string =>
  record(`  intendedPurpose: ${text}\n  aiAct: { riskClass: ${risk}${more} }\n`);

export default recordCheck({
  id: 'compliance/require-credit-scoring-rationale',
  catalogue: ['aiact-credit-scoring-not-high-risk'],
  law: 'ai-act-general',
  article: 'Annex III 5(b)',
  summary: 'A system that scores credit is not called high-risk, without a reason.',
  why: 'Evaluating the creditworthiness of natural persons is high-risk; who holds otherwise needs a documented assessment.',
  remedy: 'Set `aiAct.riskClass: high-risk`, or name the assessment in `aiAct.classification.rationale`.',
  messages: { understated: 'Credit scoring is called {value} without a rationale' },
  *check(document) {
    const text = known(document.text('spec', 'intendedPurpose')) ?? '';
    const risk = document.text('spec', 'aiAct', 'riskClass');
    if (risk.is !== 'known' || risk.value === 'high-risk' || risk.value === 'prohibited') return;
    if (document.get('spec', 'aiAct', 'classification', 'rationale').is !== 'absent') return;
    if (/credit(?:worthiness| scor)/i.test(text))
      yield { message: 'understated', data: { value: risk.value }, span: risk.span };
  },
  examples: {
    bad: [
      { path, text: purpose('Assess Creditworthiness of people', '«limited»') },
      { path, text: purpose('credit scoring', '«not-high-risk»', ', role: provider') },
    ],
    good: [
      { path, text: purpose('credit scoring', 'high-risk') },
      { path, text: purpose('credit scoring', 'prohibited') },
      { path, text: purpose('credit scoring', 'limited', ', classification: { rationale: docs/class.md }') },
      { path, text: purpose('credit card fraud', 'not-high-risk') },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
    ],
  },
});
