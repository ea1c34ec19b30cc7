import { duty, hasRole, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-post-market-plan',
  catalogue: ['aiact-no-post-market-plan'],
  law: 'ai-act-high-risk',
  article: 'Art. 72',
  summary: 'The record of a provider names no plan for monitoring after release.',
  why: 'A provider must collect how a high-risk system performs in use, by a plan; without one, drift and incidents are found by those who are harmed.',
  remedy: 'Name the plan in `aiAct.postMarketMonitoring.plan`.',
  when: (record) => isHighRisk(record) && hasRole(record, 'provider'),
  needs: [['spec', 'aiAct', 'postMarketMonitoring', 'plan']],
  lacks: 'no plan for monitoring this high-risk system after release',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { riskClass: high-risk, role: provider } # ours\n'), today: later },
      {
        path,
        text: record('  «aiAct»: { riskClass: high-risk, role: provider-and-deployer }\n'),
        severity: 'info',
      },
    ],
    good: [
      { path, text: highRisk('role: provider, postMarketMonitoring: { plan: docs/monitoring.md }') },
      { path, text: highRisk('role: deployer') },
      { path, text: record('  aiAct: { riskClass: limited, role: provider }\n') },
      { path, text: highRisk('role: provider', 'UK') },
    ],
  },
});
