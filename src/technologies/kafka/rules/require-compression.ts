import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { producerSetting } from '../documentation';

const key = 'compression.type';

export default defineRule({
  id: 'kafka/require-compression',
  catalogue: ['kafka-no-compression'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A producer sends its records uncompressed.',
  why: 'Feature payloads compress well: network, disk and page cache of the brokers are used several times over.',
  remedy: 'Set `compression.type=zstd` or `lz4`.',
  references: [producerSetting(key)],
  messages: {
    none: 'Records are sent uncompressed.',
    unset: 'Records are sent uncompressed: the default of compression.type is none.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/producer-config', path: [] }],
  *check(at): Iterable<Report> {
    const type = at.text(key);
    const fix = at.fix('review', `Set ${key} to zstd`, at.set([key], 'zstd'));
    if (type.is === 'known' && type.value.trim() === 'none') yield { message: 'none', span: type.span, fix };
    if (type.is === 'absent') yield { message: 'unset', span: type.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ncompression.type=«none»\nacks=all\n',
        message: 'none',
        fixed: 'bootstrap.servers=kafka:9093\ncompression.type=zstd\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: '«bootstrap.servers»=kafka:9093\nacks=all\n',
        message: 'unset',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\ncompression.type=zstd\n',
      },
    ],
    good: [
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\ncompression.type=lz4\n' },
      { path: 'producer.properties', text: `bootstrap.servers=kafka:9093\ncompression.type=\${CODEC}\n` },
    ],
  },
});
