import { isHighRisk, recordCheck } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-event-logging',
  catalogue: ['aiact-hr-no-logging'],
  law: 'ai-act-high-risk',
  article: 'Art. 12',
  summary: 'The record of a high-risk system does not say that events are logged.',
  why: 'A high-risk system must log events over its lifetime by itself; without logs no decision can be traced afterwards.',
  remedy: 'Log what the system decides, then set `aiAct.logging.enabled: true`.',
  messages: {
    missing: 'The record does not say whether this high-risk system logs events',
    off: 'This high-risk system logs no events',
  },
  *check(document) {
    if (!isHighRisk(document)) return;
    const logging = document.boolean('spec', 'aiAct', 'logging', 'enabled');
    if (logging.is === 'absent') yield { message: 'missing', span: logging.anchor };
    if (logging.is === 'known' && !logging.value) yield { message: 'off', span: logging.span };
  },
  examples: {
    bad: [
      {
        path,
        text: highRisk('«logging»: { retentionDays: 400 }, role: provider'),
        message: 'missing',
        today: later,
      },
      {
        path,
        text: highRisk('logging: { enabled: «false», retentionDays: 400 }'),
        message: 'off',
        today: later,
      },
      { path, text: highRisk('logging: { enabled: «false» }'), message: 'off', severity: 'info' },
    ],
    good: [
      { path, text: highRisk('logging: { enabled: true }') },
      { path, text: record('  aiAct: { riskClass: limited, logging: { enabled: false } }\n') },
      { path, text: highRisk('logging: { enabled: "${LOGGING}" }') },
      { path, text: highRisk('logging: { enabled: false }', 'UK') },
    ],
  },
});
