import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

const mode = 'brokerDeleteInactiveTopicsMode=delete_when_subscriptions_caught_up\n';

export default defineRule({
  id: 'pulsar/no-topic-deletion',
  catalogue: ['pulsar-delete-inactive-topics'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Topics are deleted once their consumers have caught up.',
  why: 'A topic that is read by a weekly training run is quiet in between: it goes, with its retention and its subscriptions.',
  remedy: 'Set `brokerDeleteInactiveTopicsEnabled=false`, or the mode `delete_when_no_subscriptions`.',
  references: [brokerSettings],
  messages: { deleted: 'Quiet topics are deleted though they have subscriptions.' },
  fix: 'review',
  looksAt: [{ view: 'pulsar/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const chosen = at.text('brokerDeleteInactiveTopicsMode');
    if (chosen.is !== 'known' || chosen.value.trim() !== 'delete_when_subscriptions_caught_up') return;
    const enabled = at.boolean('brokerDeleteInactiveTopicsEnabled');
    const isOn = enabled.is === 'known' ? enabled.value : !at.has('brokerDeleteInactiveTopicsEnabled');
    if (!isOn) return;
    const fix = at.fix(
      'review',
      'Delete topics without subscriptions only',
      at.set(['brokerDeleteInactiveTopicsMode'], 'delete_when_no_subscriptions'),
    );
    yield { message: 'deleted', span: chosen.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker(mode.replace('=', '=«').replace('\n', '»\n')),
        fixed: broker('brokerDeleteInactiveTopicsMode=delete_when_no_subscriptions\n'),
      },
      {
        path: 'broker.conf',
        text: broker(
          `brokerDeleteInactiveTopicsEnabled=true\n${mode.replace('=', '=«').replace('\n', '»\n')}`,
        ),
        fixed: broker(
          'brokerDeleteInactiveTopicsEnabled=true\nbrokerDeleteInactiveTopicsMode=delete_when_no_subscriptions\n',
        ),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker(`brokerDeleteInactiveTopicsEnabled=false\n${mode}`) },
      { path: 'broker.conf', text: broker(`brokerDeleteInactiveTopicsEnabled=\${DELETE}\n${mode}`) },
      { path: 'broker.conf', text: broker('brokerDeleteInactiveTopicsMode=delete_when_no_subscriptions\n') },
    ],
  },
});
