import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { retention } from '../documentation';
import { broker } from '../example-text';

export default defineRule({
  id: 'pulsar/limit-message-ttl',
  catalogue: ['pulsar-ttl-loses-unacked'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Unread messages expire before the next training run.',
  why: 'A message that no consumer has acknowledged in time counts as read: a job that runs weekly, or was down over a weekend, never sees it.',
  remedy: 'Leave `ttlDurationDefaultInSeconds=0`, or make it longer than the time between two runs.',
  references: [retention],
  options: {
    hours: { type: 'number', default: 168, description: 'Hours between two runs that read the topics.' },
  },
  messages: { short: 'Unread messages expire after {value} seconds, before {hours} hours are over.' },
  fix: 'review',
  looksAt: [{ view: 'pulsar/broker-config', path: ['ttlDurationDefaultInSeconds'] }],
  *check(at, { options }): Iterable<Report> {
    const value = at.number();
    const hours = options.number('hours');
    if (value.is !== 'known' || value.value <= 0 || value.value >= hours * 3600) return;
    const fix = at.fix('review', 'Let no unread message expire', at.set([], 0));
    yield { message: 'short', data: { value: value.value, hours }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('ttlDurationDefaultInSeconds=«3600»\nwebServicePort=8080\n'),
        fixed: broker('ttlDurationDefaultInSeconds=0\nwebServicePort=8080\n'),
      },
      {
        path: 'broker.conf',
        text: broker('ttlDurationDefaultInSeconds=«604799»\n'),
        fixed: broker('ttlDurationDefaultInSeconds=0\n'),
      },
      {
        path: 'broker.conf',
        text: broker('ttlDurationDefaultInSeconds=«1»\n'),
        fixed: broker('ttlDurationDefaultInSeconds=0\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('ttlDurationDefaultInSeconds=604800\n') },
      { path: 'broker.conf', text: broker('ttlDurationDefaultInSeconds=0\n') },
      { path: 'broker.conf', text: broker('ttlDurationDefaultInSeconds=${TTL}\n') },
      { path: 'broker.conf', text: broker('ttlDurationDefaultInSeconds=3600\n'), options: { hours: 1 } },
    ],
  },
});
