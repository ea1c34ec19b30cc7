import { forbiddenValue } from '../../../shapes/forbidden-value';
import { retention } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-backlog-eviction',
  catalogue: ['pulsar-backlog-eviction'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A full backlog is emptied by throwing messages away.',
  why: 'When a consumer such as a training job falls behind, its oldest unread messages are dropped, and nothing fails.',
  remedy: 'Use `producer_request_hold`, which makes producers wait, and watch the backlog.',
  references: [retention],
  views: ['pulsar/broker-config'],
  key: ['backlogQuotaDefaultRetentionPolicy'],
  forbidden: ['consumer_backlog_eviction'],
  message: 'With {value} unread messages of the slowest consumer are dropped.',
  mend: { set: 'producer_request_hold', title: 'Hold producers instead', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('backlogQuotaDefaultRetentionPolicy=«consumer_backlog_eviction»\n'),
        fixed: broker('backlogQuotaDefaultRetentionPolicy=producer_request_hold\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('backlogQuotaDefaultRetentionPolicy=producer_request_hold\n') },
      { path: 'broker.conf', text: broker('backlogQuotaDefaultRetentionPolicy=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
