import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { streamsSetting } from '../documentation';

const key = 'processing.guarantee';

export default defineRule({
  id: 'kafka/require-exactly-once-streams',
  catalogue: ['streams-at-least-once'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A Streams application may count a record twice.',
  why: 'After a crash the records since the last commit are processed again, on a state that already holds them: counts and sums used as features drift upwards.',
  remedy: 'Set `processing.guarantee=exactly_once_v2`.',
  references: [streamsSetting(key)],
  messages: {
    set: 'Records may be counted twice after a crash.',
    unset:
      'Records may be counted twice after a crash: the default of processing.guarantee is at_least_once.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/streams-config', path: [] }],
  *check(at): Iterable<Report> {
    const guarantee = at.text(key);
    const fix = at.fix('review', `Set ${key} to exactly_once_v2`, at.set([key], 'exactly_once_v2'));
    if (guarantee.is === 'known' && guarantee.value.trim() === 'at_least_once')
      yield { message: 'set', span: guarantee.span, fix };
    if (guarantee.is === 'absent') yield { message: 'unset', span: guarantee.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=«at_least_once»\nreplication.factor=3\n',
        message: 'set',
        fixed:
          'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=exactly_once_v2\nreplication.factor=3\n',
      },
      {
        path: 'streams.properties',
        text: '«application.id»=features\nbootstrap.servers=kafka:9093\n',
        message: 'unset',
        fixed:
          'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=exactly_once_v2\n',
      },
    ],
    good: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=exactly_once_v2\n',
      },
      {
        path: 'streams.properties',
        text: `application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=\${G}\n`,
      },
    ],
  },
});
