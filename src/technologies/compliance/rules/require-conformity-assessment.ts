import { duty, hasRole, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-conformity-assessment',
  catalogue: ['aiact-hr-no-qms-or-conformity'],
  severity: 'info',
  law: 'ai-act-high-risk',
  article: 'Art. 17, 43 and 47',
  summary: 'The record of a provider names no quality management or conformity assessment.',
  why: 'A provider needs a quality management system, a conformity assessment and a declaration of conformity before a high-risk system is placed on the market.',
  remedy:
    'Name the documents in `aiAct.qms`, `aiAct.conformityAssessment` and `aiAct.declarationOfConformity`.',
  when: (record) => isHighRisk(record) && hasRole(record, 'provider'),
  needs: [
    ['spec', 'aiAct', 'qms'],
    ['spec', 'aiAct', 'conformityAssessment'],
    ['spec', 'aiAct', 'declarationOfConformity'],
  ],
  lacks: 'no {key} of this high-risk system',
  examples: {
    bad: [
      {
        path,
        text: record(
          '  «aiAct»: { riskClass: high-risk, role: provider, qms: a.md, conformityAssessment: b.md } # ours\n',
        ),
      },
      {
        path,
        text: record(
          '  «aiAct»: { riskClass: high-risk, role: provider-and-deployer, qms: a.md, declarationOfConformity: c.md }\n',
        ),
      },
      {
        path,
        text: record(
          '  «aiAct»: { riskClass: high-risk, role: provider, conformityAssessment: b.md, declarationOfConformity: c.md }\n',
        ),
        today: later,
      },
    ],
    good: [
      {
        path,
        text: highRisk(
          'role: provider, qms: a.md, conformityAssessment: b.md, declarationOfConformity: c.md',
        ),
      },
      { path, text: highRisk('role: deployer') },
      { path, text: record('  aiAct: { riskClass: limited, role: provider }\n') },
      { path, text: highRisk('role: provider', 'UK') },
    ],
  },
});
