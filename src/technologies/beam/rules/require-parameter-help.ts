import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flexTemplates } from '../documentation';

const meta = (parameter: string): string =>
  `{"name": "Clicks", "parameters": [{"name": "a", "label": "A", "helpText": "An a."}, ${parameter}]}\n`;

const types = new Set(
  'TEXT BIGQUERY_TABLE JAVASCRIPT_UDF_FILE GCS_READ_FILE GCS_READ_FOLDER GCS_READ_BUCKET GCS_WRITE_FILE GCS_WRITE_FOLDER GCS_WRITE_BUCKET PUBSUB_SUBSCRIPTION PUBSUB_TOPIC MACHINE_TYPE SERVICE_ACCOUNT WORKER_REGION WORKER_ZONE BOOLEAN ENUM NUMBER KAFKA_TOPIC KAFKA_READ_TOPIC KAFKA_WRITE_TOPIC DEFAULT'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'beam/require-parameter-help',
  catalogue: ['dataflow-flex-param-undocumented'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A parameter of a template is not explained, or is of no known type.',
  why: 'The console shows label and help when the template is run; a wrong type makes it accept anything.',
  remedy: 'Give each parameter `label` and `helpText`, and a `paramType` of the documented list.',
  references: [flexTemplates],
  messages: {
    missing: 'Parameter "{name}" has no {key}.',
    type: 'Dataflow knows no parameter type "{value}".',
  },
  fix: 'review',
  looksAt: [{ view: 'beam/template-metadata', path: ['parameters', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    if (name.is !== 'known') return;
    const missing = ['label', 'helpText'].find((key) => at.get(key).is === 'absent');
    if (missing !== undefined) {
      const fix = at.fix('review', `Add ${missing}`, at.set([missing], name.value));
      yield { message: 'missing', data: { name: name.value, key: missing }, span: name.span, fix };
    }
    const type = at.text('paramType');
    if (type.is === 'known' && !types.has(type.value))
      yield { message: 'type', data: { value: type.value }, span: type.span };
  },
  examples: {
    bad: [
      {
        path: 'metadata.json',
        text: meta('{"name": «"b"», "helpText": "A b."}'),
        message: 'missing',
        fixed: meta('{"name": "b", "helpText": "A b.", "label": "b"}'),
      },
      {
        path: 'metadata.json',
        text: meta('{"name": «"b"», "label": "B"}'),
        message: 'missing',
        fixed: meta('{"name": "b", "label": "B", "helpText": "b"}'),
      },
      {
        path: 'metadata.json',
        text: meta('{"name": "b", "label": "B", "helpText": "A b.", "paramType": «"STRING"»}'),
        message: 'type',
      },
    ],
    good: [
      {
        path: 'metadata.json',
        text: meta('{"name": "b", "label": "B", "helpText": "A b.", "paramType": "TEXT"}'),
      },
      { path: 'metadata.json', text: meta('{"name": "b", "label": "B", "helpText": "A b."}') },
      { path: 'metadata.json', text: '{"name": "x", "parameters": [{"name": "b"}]}\n' },
    ],
  },
});
