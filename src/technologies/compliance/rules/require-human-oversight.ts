import { isHighRisk, recordCheck } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-human-oversight',
  catalogue: ['aiact-hr-no-human-oversight'],
  law: 'ai-act-high-risk',
  article: 'Art. 14',
  summary: 'The record of a high-risk system names nobody who can override it.',
  why: 'People must be able to oversee a high-risk system, and to disregard, override or stop it.',
  remedy: 'Name who oversees it in `aiAct.humanOversight.role`, and make overriding possible.',
  messages: {
    missing: 'The record names nobody who oversees this high-risk system',
    powerless: 'Who oversees this high-risk system cannot override it',
  },
  *check(document) {
    if (!isHighRisk(document)) return;
    const role = document.get('spec', 'aiAct', 'humanOversight', 'role');
    if (role.is === 'absent') yield { message: 'missing', span: role.anchor };
    const override = document.boolean('spec', 'aiAct', 'humanOversight', 'override');
    if (override.is === 'known' && !override.value) yield { message: 'powerless', span: override.span };
  },
  examples: {
    bad: [
      { path, text: highRisk('«humanOversight»: { override: true }'), message: 'missing', today: later },
      {
        path,
        text: highRisk('humanOversight: { override: «false», role: analyst }'),
        message: 'powerless',
        today: later,
      },
      { path, text: highRisk('«humanOversight»: {}'), message: 'missing', severity: 'info' },
    ],
    good: [
      { path, text: highRisk('humanOversight: { role: analyst, override: true }') },
      { path, text: highRisk('humanOversight: { role: analyst }') },
      { path, text: record('  aiAct: { riskClass: limited, humanOversight: { override: false } }\n') },
      { path, text: highRisk('humanOversight: { override: false }', 'UK') },
    ],
  },
});
