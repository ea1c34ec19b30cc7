import { isHighRisk, recordCheck } from '../duty';
import { highRisk, later, path, record } from '../example-records';

/** "At least six months": no six months in a row have fewer than 181 days, most have 183 or 184. */
const leastDays = 183;

export default recordCheck({
  id: 'compliance/require-six-months-of-logs',
  catalogue: ['aiact-log-retention-too-short'],
  law: 'ai-act-high-risk',
  article: 'Art. 19(1) and 26(6)',
  summary: 'Logs of a high-risk system are kept for less than six months.',
  why: 'Providers and deployers keep the logs of a high-risk system for six months at least; what is deleted earlier is missing when an incident is examined.',
  remedy: 'Keep the logs for 183 days or more, and write the number into `aiAct.logging.retentionDays`.',
  messages: { short: 'Logs are kept for {days} days, which is less than six months' },
  *check(document) {
    const days = document.number('spec', 'aiAct', 'logging', 'retentionDays');
    if (!isHighRisk(document) || days.is !== 'known' || days.value >= leastDays) return;
    yield { message: 'short', data: { days: days.value }, span: days.span };
  },
  examples: {
    bad: [
      {
        path,
        text: highRisk('logging: { retentionDays: «182», enabled: true }'),
        today: later,
      },
      { path, text: highRisk('logging: { retentionDays: «30» }'), severity: 'info' },
    ],
    good: [
      { path, text: highRisk('logging: { retentionDays: 183 }') },
      { path, text: record('  aiAct: { riskClass: limited, logging: { retentionDays: 30 } }\n') },
      { path, text: highRisk('logging: { retentionDays: "${DAYS}" }') },
      { path, text: highRisk('logging: { enabled: true }') },
      { path, text: highRisk('logging: { retentionDays: 30 }', 'UK') },
    ],
  },
});
