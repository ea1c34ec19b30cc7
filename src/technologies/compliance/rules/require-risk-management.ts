import { duty, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-risk-management',
  catalogue: ['aiact-hr-no-risk-management'],
  law: 'ai-act-high-risk',
  article: 'Art. 9',
  summary: 'The record of a high-risk system names no risk management.',
  why: 'A provider must keep a risk management system over the whole life of a high-risk system; without a document nobody can show that it exists.',
  remedy: 'Name the document in `aiAct.riskManagement.ref`.',
  when: isHighRisk,
  needs: [['spec', 'aiAct', 'riskManagement', 'ref']],
  lacks: 'no risk management of this high-risk system',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { riskClass: high-risk } # ours\n'), today: later },
      { path, text: record('  «aiAct»: { riskClass: high-risk } # ours\n'), severity: 'info' },
      { path, text: highRisk('«riskManagement»: { note: none }'), today: later },
    ],
    good: [
      { path, text: highRisk('riskManagement: { ref: docs/risks.md }') },
      { path, text: record('  aiAct: { riskClass: not-high-risk }\n') },
      { path, text: highRisk('note: none', 'UK') },
      { path, text: record('  aiAct: { riskClass: "${RISK}" }\n') },
    ],
  },
});
