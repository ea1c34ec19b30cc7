import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { functions } from '../documentation';
import { pulsarFunction } from '../example-text';

export default defineRule({
  id: 'pulsar/require-dead-letter-topic',
  catalogue: ['pulsar-function-no-dlq', 'pipeline-no-dlq'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Messages are given up after some tries, and go nowhere.',
  why: 'What cannot be worked on is dropped after the last try; nobody can look at it, mend it or send it again.',
  remedy: 'Name a `deadLetterTopic` beside `maxMessageRetries`.',
  references: [functions],
  messages: { missing: 'After {value} tries a message is dropped: there is no deadLetterTopic.' },
  fix: 'review',
  looksAt: [{ view: 'pulsar/function', path: [] }],
  *check(at): Iterable<Report> {
    const tries = at.number('maxMessageRetries');
    if (tries.is !== 'known' || tries.value < 0 || at.get('deadLetterTopic').is !== 'absent') return;
    const place = ['tenant', 'namespace', 'name'].map((key) => at.text(key));
    const parts = place.flatMap((value) => (value.is === 'known' ? [value.value] : []));
    const [tenant, namespace, name] = parts;
    const fix =
      parts.length < 3
        ? undefined
        : at.fix(
            'review',
            'Add a dead-letter topic',
            at.set(['deadLetterTopic'], `persistent://${tenant}/${namespace}/${name}-dlq`),
          );
    yield { message: 'missing', data: { value: tries.value }, span: tries.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'function.yaml',
        text: pulsarFunction('maxMessageRetries: «3» # enough\n'),
        fixed: pulsarFunction(
          'maxMessageRetries: 3 # enough\ndeadLetterTopic: persistent://ml/features/enrich-dlq\n',
        ),
      },
      {
        path: 'function.yaml',
        text: pulsarFunction('autoAck: true\nmaxMessageRetries: «0»\n').replace('name: enrich\n', ''),
      },
    ],
    good: [
      { path: 'function.yaml', text: pulsarFunction('maxMessageRetries: 3\ndeadLetterTopic: a\n') },
      { path: 'function.yaml', text: pulsarFunction('maxMessageRetries: 3\ndeadLetterTopic: ${DLQ}\n') },
      { path: 'function.yaml', text: pulsarFunction('maxMessageRetries: -1\n') },
      { path: 'function.yaml', text: pulsarFunction('') },
    ],
  },
});
