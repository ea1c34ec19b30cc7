import { hasPersonalData, recordCheck } from '../duty';
import { path, personal, record } from '../example-records';

export default recordCheck({
  id: 'compliance/require-retention',
  catalogue: ['gdpr-no-retention'],
  law: 'gdpr',
  article: 'Art. 5(1)(e)',
  summary: 'Personal data are kept without a limit.',
  why: 'Personal data may not be kept for longer than their purpose needs; a store without a limit grows until it leaks.',
  remedy: 'Write the days into `gdpr.retention.trainingDataDays` and `gdpr.retention.predictionLogDays`.',
  messages: {
    missing: 'The record does not tell how long personal data are kept',
    endless: 'Personal data are kept without a limit: {key} is {value}',
  },
  *check(document) {
    if (!hasPersonalData(document)) return;
    const retention = document.map('spec', 'gdpr', 'retention');
    if (retention.is === 'absent') yield { message: 'missing', span: retention.anchor };
    if (retention.is !== 'known') return;
    for (const entry of retention.value.entries().filter(({ key }) => key.endsWith('Days'))) {
      const days = entry.text();
      if (days.is !== 'known' || /^[1-9]\d*$/.test(days.value)) continue;
      yield { message: 'endless', data: { key: entry.key, value: days.value }, span: days.span };
    }
  },
  examples: {
    bad: [
      { path, text: record('  «gdpr»: { personalData: true } # ours\n', 'UK'), message: 'missing' },
      {
        path,
        text: personal('retention: { trainingDataDays: «forever», predictionLogDays: 400 }', 'EU'),
        message: 'endless',
      },
      { path, text: personal('retention: { predictionLogDays: «0» }'), message: 'endless' },
      { path, text: personal('retention: { predictionLogDays: «-1» }'), message: 'endless' },
    ],
    good: [
      { path, text: personal('retention: { trainingDataDays: 730, predictionLogDays: 400, topic: scores }') },
      { path, text: personal('retention: { trainingDataDays: "${DAYS}" }') },
      { path, text: record('  gdpr: { personalData: false }\n') },
      { path, text: personal('note: a', 'US') },
    ],
  },
});
