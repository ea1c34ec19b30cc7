import { known } from '../../../core';
import { recordCheck, says } from '../duty';
import { path, record } from '../example-records';

const purpose = (text: string, risk = 'high-risk', point = '5(b)'): string =>
  record(
    `  intendedPurpose: ${text}\n  aiAct: { classification: { annexIIIPoint: ${point} }, riskClass: ${risk} }\n`,
  );

export default recordCheck({
  id: 'compliance/no-overstated-risk-class',
  catalogue: ['aiact-fraud-labelled-high-risk'],
  severity: 'info',
  law: 'ai-act-general',
  article: 'Annex III 5(b)',
  summary: 'A system that detects financial fraud is called high-risk.',
  why: 'Point 5(b) of Annex III excepts systems that detect financial fraud; calling one high-risk brings duties upon it that the Act does not ask for.',
  remedy: 'Assess the exception, and record it in `aiAct.classification`.',
  messages: { overstated: 'Detection of financial fraud is excepted from point 5(b)' },
  *check(document) {
    const text = known(document.text('spec', 'intendedPurpose')) ?? '';
    const risk = document.text('spec', 'aiAct', 'riskClass');
    if (risk.is !== 'known' || risk.value !== 'high-risk') return;
    if (!says(document, ['spec', 'aiAct', 'classification', 'annexIIIPoint'], '5(b)')) return;
    if (/fraud/i.test(text) && !/credit/i.test(text)) yield { message: 'overstated', span: risk.span };
  },
  examples: {
    bad: [{ path, text: purpose('Score payments for Fraud', '«high-risk»') }],
    good: [
      { path, text: purpose('Score payments for fraud', 'not-high-risk') },
      { path, text: purpose('Score payments for fraud', 'high-risk', '5(c)') },
      { path, text: purpose('Score credit and fraud') },
      { path, text: purpose('Score loans') },
    ],
  },
});
