import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { workerSetting } from '../documentation';

const key = 'offset.storage.file.filename';

export default defineRule({
  id: 'kafka-connect/no-temporary-offset-file',
  catalogue: ['connect-standalone-offset-tmp'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'A standalone worker keeps its offsets in /tmp.',
  why: 'A reboot wipes them: sources read everything again, and the topic holds each record twice.',
  remedy: 'Put the file on a disk that stays, or run workers distributed.',
  references: [workerSetting(key)],
  messages: { temporary: 'The offsets do not outlive a reboot: {value}.' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/worker', path: [key] }],
  *check(at): Iterable<Report> {
    const file = at.text();
    if (file.is !== 'known' || !/^\s*\/(?:var\/)?tmp\//.test(file.value)) return;
    const name = file.value.trim().split('/').pop() ?? '';
    const fix = at.fix(
      'review',
      'Keep it in /var/lib/kafka-connect',
      at.set([], `/var/lib/kafka-connect/${name}`),
    );
    yield { message: 'temporary', data: { value: file.value }, span: file.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'connect-standalone.properties',
        text: 'key.converter=a.B\noffset.storage.file.filename=«/tmp/connect.offsets»\nbootstrap.servers=kafka:9093\n',
        fixed:
          'key.converter=a.B\noffset.storage.file.filename=/var/lib/kafka-connect/connect.offsets\nbootstrap.servers=kafka:9093\n',
      },
      {
        path: 'connect-standalone.properties',
        text: 'key.converter=a.B\noffset.storage.file.filename=«/var/tmp/o»\n',
        fixed: 'key.converter=a.B\noffset.storage.file.filename=/var/lib/kafka-connect/o\n',
      },
    ],
    good: [
      {
        path: 'connect-standalone.properties',
        text: 'key.converter=a.B\noffset.storage.file.filename=/data/tmp/o\n',
      },
      {
        path: 'connect-standalone.properties',
        text: `key.converter=a.B\noffset.storage.file.filename=\${DIR}/o\n`,
      },
    ],
  },
});
