import { recordCheck } from '../duty';
import { path, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-exception-rationale',
  catalogue: ['aiact-annex3-exception-without-rationale'],
  law: 'ai-act-general',
  article: 'Art. 6(4)',
  summary: 'An exception from the high-risk class is claimed without an assessment.',
  why: 'Who holds that a system of Annex III is not high-risk documents the assessment before it is placed on the market, and shows it on request.',
  remedy: 'Name the assessment in `classification.rationale` and its day in `classification.assessedOn`.',
  messages: { missing: 'The exception "{exception}" is claimed without {key}' },
  *check(document) {
    const exception = document.text('spec', 'aiAct', 'classification', 'exception');
    if (exception.is !== 'known') return;
    for (const key of ['rationale', 'assessedOn']) {
      const value = document.get('spec', 'aiAct', 'classification', key);
      if (value.is !== 'absent') continue;
      yield { message: 'missing', data: { exception: exception.value, key }, span: exception.span };
    }
  },
  examples: {
    bad: [
      {
        path,
        text: record(
          '  aiAct: { classification: { exception: «financial-fraud-detection», rationale: a.md } }\n',
        ),
      },
      {
        path,
        text: record(
          '  aiAct: { classification: { assessedOn: 2026-11-01, exception: «preparatory-task» } }\n',
        ),
      },
    ],
    good: [
      {
        path,
        text: record(
          '  aiAct: { classification: { exception: preparatory-task, rationale: a.md, assessedOn: 2026-11-01 } }\n',
        ),
      },
      { path, text: record('  aiAct: { classification: { annexIIIPoint: 5(b) } }\n') },
      { path, text: record('  aiAct: { classification: { exception: "${EXCEPTION}" } }\n') },
      { path, text: record('  aiAct: { classification: { exception: preparatory-task } }\n', 'UK') },
    ],
  },
});
