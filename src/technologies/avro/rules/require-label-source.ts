import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { fieldNamed, fieldsOf, recordSpecification, subjectOf } from '../records';

export default defineRule({
  id: 'avro/require-label-source',
  catalogue: ['feedback-no-source-field'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Feedback does not tell who gave it.',
  why: 'Labels that rules or the model itself made go back into training like those of people: the model learns its own mistakes, and they grow.',
  remedy: 'Add `label_source`, an enum such as USER, ANNOTATOR, RULE, MODEL.',
  references: [recordSpecification],
  messages: { missing: 'Record {name} does not tell who gave the label.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const fields = fieldsOf(at);
    if (name.is !== 'known' || subjectOf(at) !== 'feedback' || fields.length === 0) return;
    if (fieldNamed(fields, /source|annotator|labeled_?by|labeler|reviewer|origin/i)) return;
    const type = { type: 'enum', name: 'LabelSource', symbols: ['USER', 'ANNOTATOR', 'RULE', 'MODEL'] };
    const fix = at.fix('review', 'Add label_source', at.append(['fields'], { name: 'label_source', type }));
    yield { message: 'missing', data: { name: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": «"Feedback"», "fields": [{"name": "label", "type": "string"}]}\n',
        fixed:
          '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "string"}, {"name": "label_source", "type": {"type": "enum", "name": "LabelSource", "symbols": ["USER", "ANNOTATOR", "RULE", "MODEL"]}}]}\n',
      },
    ],
    good: [
      {
        path: 'f.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "labelSource", "type": "string"}]}\n',
      },
      {
        path: 'f.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "annotator_id", "type": "string"}]}\n',
      },
      {
        path: 'p.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "score", "type": "double"}]}\n',
      },
      { path: 'f.avsc', text: '{"type": "record", "name": "Feedback", "fields": []}\n' },
    ],
  },
});
