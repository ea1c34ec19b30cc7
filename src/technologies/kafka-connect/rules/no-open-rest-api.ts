import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { workerSetting } from '../documentation';

export default defineRule({
  id: 'kafka-connect/no-open-rest-api',
  catalogue: ['connect-rest-open'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'Whoever reaches the worker may make, read and delete connectors.',
  why: 'The REST API has no login of its own. It shows configurations with what is not externalised, and a new connector reads files of the worker or copies topics elsewhere.',
  remedy:
    'Bind `listeners` to localhost or use https with `rest.extension.classes`, and close port 8083 by network policy.',
  references: [workerSetting('listeners'), workerSetting('rest.extension.classes')],
  messages: {
    open: 'The REST API is open to whoever reaches {listener}.',
    unset: 'The REST API is open to whoever reaches port 8083: the default of listeners is http://:8083.',
  },
  fix: { none: 'Who is to log in, and how, is not in the file.' },
  looksAt: [{ view: 'kafka-connect/distributed-worker', path: [] }],
  *check(at): Iterable<Report> {
    if (at.get('rest.extension.classes').is !== 'absent') return;
    const listeners = at.text('listeners');
    if (listeners.is === 'absent') yield { message: 'unset', span: listeners.anchor };
    if (listeners.is !== 'known') return;
    const open = listeners.value
      .split(',')
      .map((listener) => listener.trim())
      .find(
        (listener) =>
          /^http:\/\//i.test(listener) && !/\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/i.test(listener),
      );
    if (open !== undefined) yield { message: 'open', data: { listener: open }, span: listeners.span };
  },
  examples: {
    bad: [
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nlisteners=«https://:8443,http://0.0.0.0:8083»\ngroup.id=c\n',
        message: 'open',
      },
      {
        path: 'connect-distributed.properties',
        text: '«key.converter»=a.B\noffset.storage.topic=o\n',
        message: 'unset',
      },
    ],
    good: [
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nlisteners=http://localhost:8083,http://127.0.0.1:8084\n',
      },
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nlisteners=http://:8083\nrest.extension.classes=a.Login\n',
      },
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nlisteners=https://:8443\n',
      },
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nlisteners=${LISTENERS}\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n    a: 1\n',
      },
    ],
  },
});
