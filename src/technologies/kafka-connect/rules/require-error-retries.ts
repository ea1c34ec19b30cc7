import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isSink } from '../connectors';
import { sinkSetting } from '../documentation';

const key = 'errors.retry.timeout';

export default defineRule({
  id: 'kafka-connect/require-error-retries',
  catalogue: ['connect-errors-retry-zero'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A sink does not try a failed operation again.',
  why: 'A schema registry that restarts makes a record fail for ever that a second try would have passed: the task stops, or good records go to the dead-letter topic.',
  remedy: 'Set `errors.retry.timeout=300000`.',
  references: [sinkSetting(key)],
  messages: {
    zero: 'A failed operation is not tried again.',
    unset: 'A failed operation is not tried again: the default of errors.retry.timeout is 0.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    if (!isSink(at)) return;
    const timeout = at.number(key);
    const fix = at.fix('review', 'Retry for five minutes', at.set([key], 300_000));
    if (timeout.is === 'known' && timeout.value === 0) yield { message: 'zero', span: timeout.span, fix };
    if (timeout.is === 'absent') yield { message: 'unset', span: timeout.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\nerrors.retry.timeout=«0»\ntopics=x\n',
        message: 'zero',
        fixed: 'name=s\nconnector.class=a.Sink\nerrors.retry.timeout=300000\ntopics=x\n',
      },
      {
        path: 'sink.properties',
        text: '«name»=s\nconnector.class=a.Sink\ntopics=x\n',
        message: 'unset',
        fixed: 'name=s\nconnector.class=a.Sink\ntopics=x\nerrors.retry.timeout=300000\n',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\nerrors.retry.timeout=-1\ntopics=x\n',
      },
      {
        path: 'sink.properties',
        text: `name=s\nconnector.class=a.Sink\nerrors.retry.timeout=\${T}\ntopics=x\n`,
      },
      { path: 'source.properties', text: 'name=s\nconnector.class=a.FileSource\ntopic=x\n' },
    ],
  },
});
