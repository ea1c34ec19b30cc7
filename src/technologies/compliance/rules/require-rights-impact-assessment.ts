import { known } from '../../../core';
import { duty, hasRole, isHighRisk, says } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-rights-impact-assessment',
  catalogue: ['aiact-deployer-no-fria'],
  law: 'ai-act-high-risk',
  article: 'Art. 27(1)',
  summary: 'The record of a deployer names no assessment of the impact on fundamental rights.',
  why: 'Public bodies, and deployers of credit scoring or of pricing of life and health insurance, assess the impact on fundamental rights before the first use.',
  remedy: 'Name the assessment in `aiAct.fria.ref`.',
  when: (record) =>
    isHighRisk(record) &&
    hasRole(record, 'deployer') &&
    (says(record, ['spec', 'aiAct', 'classification', 'annexIIIPoint'], '5(b)', '5(c)') ||
      known(record.boolean('spec', 'aiAct', 'publicBody')) === true),
  needs: [['spec', 'aiAct', 'fria', 'ref']],
  lacks: 'no assessment of the impact on fundamental rights',
  examples: {
    bad: [
      {
        path,
        text: record('  «aiAct»: { riskClass: high-risk, role: deployer, publicBody: true } # ours\n'),
        today: later,
      },
      {
        path,
        text: highRisk('role: deployer, classification: { annexIIIPoint: 5(b) }').replace(
          'aiAct:',
          '«aiAct»:',
        ),
        severity: 'info',
      },
      {
        path,
        text: highRisk('role: provider-and-deployer, classification: { annexIIIPoint: 5(c) }').replace(
          'aiAct:',
          '«aiAct»:',
        ),
        today: later,
      },
    ],
    good: [
      { path, text: highRisk('role: deployer, publicBody: true, fria: { ref: docs/fria.md }') },
      { path, text: highRisk('role: deployer, publicBody: false') },
      { path, text: highRisk('role: deployer, classification: { annexIIIPoint: 5(a) }') },
      { path, text: highRisk('role: provider, publicBody: true') },
      { path, text: record('  aiAct: { riskClass: limited, role: deployer, publicBody: true }\n') },
    ],
  },
});
