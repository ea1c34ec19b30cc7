import { duty, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-data-governance',
  catalogue: ['aiact-hr-no-data-governance'],
  law: 'ai-act-high-risk',
  article: 'Art. 10(2)',
  summary: 'The record of a high-risk system does not describe its data.',
  why: 'Where training data come from, how bias in them was examined and which gaps were found must be documented; later nobody can reconstruct it.',
  remedy: 'Fill in `origin`, `biasExamination` and `gaps` below `aiAct.dataGovernance`.',
  when: isHighRisk,
  needs: [
    ['spec', 'aiAct', 'dataGovernance', 'origin'],
    ['spec', 'aiAct', 'dataGovernance', 'biasExamination'],
    ['spec', 'aiAct', 'dataGovernance', 'gaps'],
  ],
  lacks: 'no {key} of the data of this high-risk system',
  examples: {
    bad: [
      {
        path,
        text: highRisk('«dataGovernance»: { origin: core banking, biasExamination: docs/bias.md }'),
        today: later,
      },
      {
        path,
        text: highRisk('«dataGovernance»: { origin: core banking, gaps: none known }'),
        severity: 'info',
      },
      {
        path,
        text: highRisk('«dataGovernance»: { biasExamination: docs/bias.md, gaps: none known }'),
        today: later,
      },
    ],
    good: [
      {
        path,
        text: highRisk(
          'dataGovernance: { origin: core banking, biasExamination: docs/bias.md, gaps: none known }',
        ),
      },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
      { path, text: highRisk('note: none', 'UK') },
    ],
  },
});
