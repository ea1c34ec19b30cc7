import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectorName, isSet, isSink } from '../connectors';
import { sinkSetting } from '../documentation';

const queue = 'errors.deadletterqueue.topic.name';

export default defineRule({
  id: 'kafka-connect/require-dead-letter-queue',
  catalogue: ['connect-sink-no-dlq', 'pipeline-no-dlq'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'One bad record stops a sink.',
  why: 'The task fails at the first record that cannot be converted and stays failed; labels or features behind it do not arrive until somebody skips it by hand.',
  remedy: `Set \`errors.tolerance=all\` with \`${queue}\` and \`errors.deadletterqueue.context.headers.enable=true\`.`,
  references: [sinkSetting('errors.tolerance'), sinkSetting(queue)],
  messages: { stops: 'One record that cannot be processed stops the sink.' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const tolerance = at.text('errors.tolerance');
    const stops =
      tolerance.is === 'absent' || (tolerance.is === 'known' && tolerance.value.trim() === 'none');
    if (!stops || !isSink(at)) return;
    const name = connectorName(at);
    const fix =
      name === undefined || isSet(at.text(queue)) !== false || tolerance.is !== 'absent'
        ? undefined
        : at.fix(
            'review',
            'Add a dead-letter topic',
            at.set(['errors.tolerance'], 'all'),
            at.set([queue], `${name}-dlq`),
            at.set(['errors.deadletterqueue.context.headers.enable'], true),
          );
    const span = tolerance.is === 'known' ? tolerance.span : (at.at('topics')?.anchor ?? at.anchor);
    yield { message: 'stops', span, fix };
  },
  examples: {
    bad: [
      {
        path: 'sink.properties',
        text: 'name=labels\nconnector.class=a.Sink\n«topics»=labels\n',
        fixed:
          'name=labels\nconnector.class=a.Sink\ntopics=labels\nerrors.tolerance=all\nerrors.deadletterqueue.topic.name=labels-dlq\nerrors.deadletterqueue.context.headers.enable=true\n',
      },
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", "topics": "x", "errors.tolerance": «"none"», "tasks.max": 1}\n',
      },
      { path: 'sink.json', text: '{«"connector.class"»: "a.Sink", "topics.regex": "x.*"}\n' },
    ],
    good: [
      { path: 'sink.properties', text: 'name=s\nconnector.class=a.Sink\ntopics=x\nerrors.tolerance=all\n' },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics=x\nerrors.tolerance=${TOLERANCE}\n',
      },
      { path: 'source.properties', text: 'name=s\nconnector.class=a.FileStreamSource\ntopic=x\n' },
      { path: 'source.properties', text: 'name=s\nconnector.class=a.Unknown\ntopic=x\n' },
    ],
  },
});
