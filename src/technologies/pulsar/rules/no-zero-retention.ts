import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { retention } from '../documentation';
import { broker } from '../example-text';

const wanted = { defaultRetentionTimeInMinutes: 20160, defaultRetentionSizeInMB: -1 } as const;

export default defineRule({
  id: 'pulsar/no-zero-retention',
  catalogue: ['pulsar-retention-zero'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Messages are deleted as soon as all consumers have read them.',
  why: 'Nothing is left to train on again, to fill a new feature back, or to repeat a run that went wrong.',
  remedy:
    'Keep two weeks: `defaultRetentionTimeInMinutes=20160` and `defaultRetentionSizeInMB=-1`; both must be set.',
  references: [retention],
  messages: { zero: '{key}=0 deletes messages once they are acknowledged.' },
  fix: 'review',
  looksAt: Object.keys(wanted).map((key) => ({ view: 'pulsar/broker-config', path: [key] })),
  *check(at): Iterable<Report> {
    const value = at.number();
    if (value.is !== 'known' || value.value !== 0) return;
    const kept =
      at.key === 'defaultRetentionSizeInMB' ? wanted[at.key] : wanted.defaultRetentionTimeInMinutes;
    const fix = at.fix('review', kept < 0 ? 'Keep any size' : 'Keep two weeks', at.set([], kept));
    yield { message: 'zero', data: { key: at.key }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('defaultRetentionTimeInMinutes=«0»\ndefaultRetentionSizeInMB=-1\n'),
        fixed: broker('defaultRetentionTimeInMinutes=20160\ndefaultRetentionSizeInMB=-1\n'),
      },
      {
        path: 'broker.conf',
        text: broker('defaultRetentionSizeInMB=«0»\n'),
        fixed: broker('defaultRetentionSizeInMB=-1\n'),
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  pulsar:\n    image: apachepulsar/pulsar:4.0.12\n    environment:\n      PULSAR_PREFIX_defaultRetentionTimeInMinutes: «"0"» # none\n',
        fixed:
          'services:\n  pulsar:\n    image: apachepulsar/pulsar:4.0.12\n    environment:\n      PULSAR_PREFIX_defaultRetentionTimeInMinutes: "20160" # none\n',
      },
      {
        path: 'values.yaml',
        text: 'zookeeper: {}\nbroker:\n  configData:\n    defaultRetentionSizeInMB: «"0"»\n',
        fixed: 'zookeeper: {}\nbroker:\n  configData:\n    defaultRetentionSizeInMB: "-1"\n',
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('defaultRetentionTimeInMinutes=-1\n') },
      { path: 'broker.conf', text: broker('defaultRetentionTimeInMinutes=1\n') },
      { path: 'broker.conf', text: broker('defaultRetentionTimeInMinutes=${MINUTES}\n') },
      { path: 'broker.conf', text: broker('') },
      {
        path: 'compose.yaml',
        text: 'services:\n  pulsar:\n    image: ours/events:1\n    environment:\n      PULSAR_PREFIX_defaultRetentionTimeInMinutes: "0"\n',
      },
    ],
  },
});
