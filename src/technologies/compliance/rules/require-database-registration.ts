import { duty, hasRole, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-database-registration',
  catalogue: ['aiact-hr-no-registration'],
  severity: 'info',
  law: 'ai-act-high-risk',
  article: 'Art. 49',
  summary: 'The record of a provider names no registration in the EU database.',
  why: 'Providers register high-risk systems of Annex III in the EU database before they are placed on the market; the number is what authorities ask for first.',
  remedy: 'Write the number into `aiAct.euDatabaseId` once the system is registered.',
  when: (record) => isHighRisk(record) && hasRole(record, 'provider'),
  needs: [['spec', 'aiAct', 'euDatabaseId']],
  lacks: 'no registration of this high-risk system in the EU database',
  examples: {
    bad: [
      { path, text: record('  «aiAct»: { riskClass: high-risk, role: provider } # ours\n'), today: later },
      { path, text: record('  «aiAct»: { riskClass: high-risk, role: provider-and-deployer }\n') },
    ],
    good: [
      { path, text: highRisk('role: provider, euDatabaseId: EU-42') },
      { path, text: highRisk('role: deployer') },
      { path, text: record('  aiAct: { riskClass: limited, role: provider }\n') },
      { path, text: highRisk('role: provider', 'UK') },
    ],
  },
});
