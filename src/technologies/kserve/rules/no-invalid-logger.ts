import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { indent, model, service } from '../example-text';

const modes = ['all', 'request', 'response'];
const withLogger = (lines: string): string => service(`logger:\n${indent(lines, 2)}${model()}`);
const store = 'storage: { path: /logs, key: secret, parameters: { type: s3 } }\n';

export default defineRule({
  id: 'kserve/no-invalid-logger',
  catalogue: ['kserve-logger-invalid'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The payload logger lacks what the webhook demands.',
  why: 'The schema takes a logger without `mode`, but the webhook refuses it with "invalid logger type"; log storage without path, parameters and key is refused too.',
  remedy:
    'Write `mode: all`, `request` or `response`; give log storage all of `path`, `parameters` and `key`.',
  references: [
    {
      title: 'KServe 0.20: validateLogger',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/component.go',
    },
  ],
  messages: {
    missing: 'The webhook refuses a logger without mode.',
    unknown: 'The webhook refuses the logger mode "{value}"; it takes all, request or response.',
    storage: 'The webhook refuses log storage without {key}.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: ['logger'] }],
  *check(at): Iterable<Report> {
    const mode = at.text('mode');
    const fix = at.fix('review', 'Set mode to all', at.set(['mode'], 'all'));
    if (mode.is === 'absent') yield { message: 'missing', span: mode.anchor, fix };
    if (mode.is === 'known' && !modes.includes(mode.value)) {
      yield { message: 'unknown', data: { value: mode.value }, span: mode.span, fix };
    }
    yield* incompleteStorage(at);
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`«logger»:\n  url: http://collector.ml # all of it\n${model()}`),
        message: 'missing',
        fixed: service(`logger:\n  url: http://collector.ml # all of it\n  mode: all\n${model()}`),
      },
      {
        path: 'isvc.yaml',
        text: withLogger('mode: «both» # ways\nurl: http://collector.ml\n'),
        message: 'unknown',
        fixed: withLogger('mode: all # ways\nurl: http://collector.ml\n'),
      },
      {
        path: 'isvc.yaml',
        text: withLogger(`mode: all\n${store.replace('path: /logs, ', '').replace('storage', '«storage»')}`),
        message: 'storage',
      },
      {
        path: 'isvc.yaml',
        text: withLogger(`mode: all\n${store.replace('key: secret, ', '').replace('storage', '«storage»')}`),
        message: 'storage',
      },
      {
        path: 'isvc.yaml',
        text: withLogger('mode: request\n«storage»: { path: /logs, key: secret }\n'),
        message: 'storage',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: withLogger('mode: all\nurl: http://collector.ml\n') },
      { path: 'isvc.yaml', text: withLogger('mode: request\n') },
      { path: 'isvc.yaml', text: withLogger('mode: response\n') },
      { path: 'isvc.yaml', text: withLogger('mode: ${LOG_MODE}\n') },
      { path: 'isvc.yaml', text: withLogger(`mode: all\n${store}`) },
      { path: 'isvc.yaml', text: service(model()) },
    ],
  },
});

function* incompleteStorage(logger: NodeView): Iterable<Report> {
  if (!logger.at('storage')) return;
  for (const key of ['path', 'parameters', 'key']) {
    const value = logger.get('storage', key);
    if (value.is === 'absent') yield { message: 'storage', data: { key }, span: value.anchor };
  }
}
