import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectorClass, isSet } from '../connectors';
import { sinkSetting } from '../documentation';

export default defineRule({
  id: 'kafka-connect/require-one-topic-choice',
  catalogue: ['connect-topics-both'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A sink names its topics in two ways, or in none.',
  why: 'Connect refuses the connector: exactly one of `topics` and `topics.regex` has to be set.',
  remedy: 'Keep one of them.',
  references: [sinkSetting('topics'), sinkSetting('topics.regex')],
  messages: {
    both: 'Connect refuses the sink: topics and topics.regex are both set.',
    neither: 'Connect refuses the sink: neither topics nor topics.regex is set.',
  },
  fix: { none: 'Which topics are meant is the author’s to say.' },
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const topics = isSet(at.text('topics'));
    const regex = isSet(at.text('topics.regex'));
    if (topics && regex) yield { message: 'both', span: at.at('topics.regex')?.anchor ?? at.anchor };
    if (topics !== false || regex !== false) return;
    if (!/SinkConnector$/.test(connectorClass(at) ?? '')) return;
    yield { message: 'neither', span: at.at('connector.class')?.span ?? at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", «"topics.regex"»: "x.*", "topics": "x", "tasks.max": 1}\n',
        message: 'both',
      },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=«org.apache.kafka.connect.file.FileStreamSinkConnector»\nfile=/data/out\n',
        message: 'neither',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: org.apache.kafka.connect.file.FileStreamSinkConnector\n  «config»: # no topics\n    file: /a\n',
        message: 'neither',
      },
    ],
    good: [
      { path: 'sink.properties', text: 'name=s\nconnector.class=a.SinkConnector\ntopics=x\n' },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.SinkConnector\ntopics.regex=x.*\ntopics=\n',
      },
      { path: 'sink.properties', text: 'name=s\nconnector.class=a.SinkConnector\ntopics=${TOPICS}\n' },
      { path: 'sink.properties', text: 'name=s\nconnector.class=a.SinkConnector\ntopics.regex=${TOPICS}\n' },
      { path: 'source.properties', text: 'name=s\nconnector.class=a.SourceConnector\ntopic=x\n' },
    ],
  },
});
