import { hasRole, isHighRisk, recordCheck } from '../duty';
import { highRisk, later, path, record } from '../example-records';

const leastYears = 10;

export default recordCheck({
  id: 'compliance/require-ten-years-of-documentation',
  catalogue: ['aiact-doc-retention-too-short'],
  law: 'ai-act-high-risk',
  article: 'Art. 18',
  summary: 'Documentation of a high-risk system is kept for less than ten years.',
  why: 'A provider keeps technical documentation and declarations for ten years after the system was placed on the market.',
  remedy: 'Keep the documents for ten years, and set `aiAct.documentationRetentionYears: 10`.',
  messages: { short: 'Documentation is kept for {years} years instead of ten' },
  *check(document) {
    const years = document.number('spec', 'aiAct', 'documentationRetentionYears');
    if (!isHighRisk(document) || years.is !== 'known' || years.value >= leastYears) return;
    const isDeployerOnly = hasRole(document, 'deployer') && !hasRole(document, 'provider');
    if (!isDeployerOnly) yield { message: 'short', data: { years: years.value }, span: years.span };
  },
  examples: {
    bad: [
      { path, text: highRisk('documentationRetentionYears: «9», role: provider'), today: later },
      { path, text: highRisk('documentationRetentionYears: «5»'), severity: 'info' },
      {
        path,
        text: highRisk('role: provider-and-deployer, documentationRetentionYears: «5»'),
        severity: 'info',
      },
    ],
    good: [
      { path, text: highRisk('documentationRetentionYears: 10') },
      { path, text: highRisk('role: deployer, documentationRetentionYears: 5') },
      { path, text: record('  aiAct: { riskClass: limited, documentationRetentionYears: 5 }\n') },
      { path, text: highRisk('documentationRetentionYears: "${YEARS}"') },
    ],
  },
});
