import { known } from '../../../core';
import type { NodeView } from '../../../core';
import { hasPersonalData, isHighRisk, recordCheck } from '../duty';
import { path, personal, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-impact-assessment',
  catalogue: ['gdpr-no-dpia'],
  law: 'gdpr',
  article: 'Art. 35',
  summary: 'No completed data protection impact assessment is recorded where one is due.',
  why: 'Automated decisions, large scale and high-risk uses need an assessment before processing begins; it must follow when the model changes.',
  remedy: 'Name the assessment in `gdpr.dpia.ref` and its day in `gdpr.dpia.completedOn`.',
  messages: {
    missing: 'The record tells no {key} of a data protection impact assessment',
    old: 'The impact assessment of {day} is older than the model of {changed}',
  },
  *check(document) {
    if (!hasPersonalData(document) || !isDue(document)) return;
    for (const key of ['ref', 'completedOn']) {
      const value = document.get('spec', 'gdpr', 'dpia', key);
      if (value.is === 'absent') yield { message: 'missing', data: { key }, span: value.anchor };
    }
    const day = document.text('spec', 'gdpr', 'dpia', 'completedOn');
    const changed = known(document.text('spec', 'model', 'changedOn'));
    if (day.is === 'known' && changed !== undefined && isDay(day.value) && day.value < changed)
      yield { message: 'old', data: { day: day.value, changed }, span: day.span };
  },
  examples: {
    bad: [
      {
        path,
        text: personal('automatedDecision: { solely: true }, «dpia»: { ref: dpia.yaml }'),
        message: 'missing',
      },
      {
        path,
        text: personal('largeScale: true, «dpia»: { completedOn: 2026-10-20 }', 'EU'),
        message: 'missing',
      },
      {
        path,
        text: record(
          '  aiAct: { riskClass: high-risk }\n  gdpr: { personalData: true, «dpia»: { ref: dpia.yaml } }\n',
        ),
        message: 'missing',
      },
      {
        path,
        text: record(
          '  model: { changedOn: 2026-11-01 }\n  gdpr: { personalData: true, largeScale: true, dpia: { completedOn: «2026-10-20», ref: dpia.yaml } }\n',
        ),
        message: 'old',
      },
    ],
    good: [
      { path, text: personal('largeScale: true, dpia: { ref: dpia.yaml, completedOn: 2026-10-20 }') },
      {
        path,
        text: record(
          '  model: { changedOn: 2026-10-20 }\n  gdpr: { personalData: true, largeScale: true, dpia: { ref: dpia.yaml, completedOn: 2026-10-20 } }\n',
        ),
      },
      {
        path,
        text: record(
          '  model: { changedOn: 2026-10-20 }\n  gdpr: { personalData: true, largeScale: true, dpia: { ref: dpia.yaml, completedOn: 1 March } }\n',
        ),
      },
      { path, text: personal('largeScale: false, automatedDecision: { solely: false }') },
      { path, text: record('  gdpr: { personalData: false, largeScale: true }\n') },
    ],
  },
});

function isDue(document: NodeView): boolean {
  const solely = known(document.boolean('spec', 'gdpr', 'automatedDecision', 'solely'));
  const largeScale = known(document.boolean('spec', 'gdpr', 'largeScale'));
  return solely === true || largeScale === true || isHighRisk(document);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
