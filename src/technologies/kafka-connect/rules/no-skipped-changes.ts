import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebezium } from '../connectors';
import { debeziumSetting } from '../documentation';

const key = 'event.processing.failure.handling.mode';

export default defineRule({
  id: 'kafka-connect/no-skipped-changes',
  catalogue: ['debezium-skip-corrupt-events'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Changes that cannot be read are skipped.',
  why: 'The topic no longer tells what is in the database: a feature is computed on a row that was changed or deleted, and nothing points to it.',
  remedy: 'Leave the mode at its default, `fail`.',
  references: [debeziumSetting(key)],
  messages: { skipped: 'A change that cannot be read is skipped ({value}).' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text(key);
    if (mode.is !== 'known' || !/^(?:skip|warn|ignore)$/i.test(mode.value.trim()) || !isDebezium(at)) return;
    const fix = at.fix('review', 'Set the mode to fail', at.set([key], 'fail'));
    yield { message: 'skipped', data: { value: mode.value }, span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\nevent.processing.failure.handling.mode=«skip»\ntasks.max=1\n',
        fixed:
          'connector.class=io.debezium.connector.mysql.MySqlConnector\nevent.processing.failure.handling.mode=fail\ntasks.max=1\n',
      },
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "event.processing.failure.handling.mode": «"warn"», "tasks.max": 1}\n',
        fixed:
          '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "event.processing.failure.handling.mode": "fail", "tasks.max": 1}\n',
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\nevent.processing.failure.handling.mode=fail\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=a.Source\nevent.processing.failure.handling.mode=skip\n',
      },
    ],
  },
});
