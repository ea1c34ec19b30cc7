import { duty, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-instructions-for-use',
  catalogue: ['aiact-hr-no-instructions-for-use'],
  law: 'ai-act-high-risk',
  article: 'Art. 13',
  summary: 'The record of a high-risk system names no instructions for use.',
  why: 'Deployers must be told what the system is for, how accurate it is and how it is overseen; without instructions they use it for what it was not tested for.',
  remedy: 'Name the document in `aiAct.instructionsForUse`.',
  when: isHighRisk,
  needs: [['spec', 'aiAct', 'instructionsForUse']],
  lacks: 'no instructions for use of this high-risk system',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { riskClass: high-risk } # ours\n'), today: later },
      { path, text: record('  «aiAct»: { riskClass: high-risk } # ours\n'), severity: 'info' },
    ],
    good: [
      { path, text: highRisk('instructionsForUse: docs/instructions.md') },
      { path, text: record('  aiAct: { riskClass: not-high-risk }\n') },
      { path, text: highRisk('note: none', 'UK') },
      { path, text: record('  aiAct: { riskClass: "${RISK}" }\n') },
    ],
  },
});
