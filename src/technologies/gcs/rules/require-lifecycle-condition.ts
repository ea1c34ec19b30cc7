import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { lifecyclePage } from '../documentation';
import { lifecycle, rule, terraform } from '../example-text';
import { actionOf, actionType, ageOf, conditionOf, isScoped } from '../lifecycle';

export default defineRule({
  id: 'gcs/require-lifecycle-condition',
  catalogue: ['gcs-lifecycle-no-condition'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A rule of a lifecycle holds for every object at once.',
  why: 'Cloud Storage demands at least one condition; with `age: 0` all objects of the bucket are deleted within a day.',
  remedy: 'Say which objects: an `age` in days, and `matchesPrefix` for where.',
  references: [lifecyclePage],
  messages: {
    missing: 'This rule has no condition.',
    zero: 'This rule deletes every object at once.',
  },
  fix: { none: 'Which objects are meant is not in the file.' },
  looksAt: [{ view: 'gcs/lifecycle-rule', path: [] }],
  *check(at): Iterable<Report> {
    const condition = conditionOf(at);
    const action = actionOf(at);
    if (!action) return;
    const written = at.get('condition');
    if (written.is === 'absent') yield { message: 'missing', span: written.anchor };
    if (condition?.node?.type !== 'map') return;
    const age = ageOf(at);
    if (condition.entries().length === 0) yield { message: 'missing', span: condition.anchor };
    else if (actionType(at) === 'Delete' && age?.is === 'known' && age.value === 0 && !isScoped(at))
      yield { message: 'zero', span: age.span };
  },
  examples: {
    bad: [
      {
        path: 'lifecycle.json',
        message: 'missing',
        text: lifecycle(rule('"type": "Delete"', '').replace('"condition"', '«"condition"»')),
      },
      { path: 'lifecycle.json', message: 'missing', text: lifecycle('{«"action"»: {"type": "Delete"}}') },
      { path: 'lifecycle.json', message: 'zero', text: lifecycle(rule('"type": "Delete"', '"age": «0» ')) },
      {
        path: 'bucket.tf',
        message: 'zero',
        text: terraform(
          'data',
          '  lifecycle_rule {\n    action { type = "Delete" }\n    condition { age = «0» }\n  }\n',
        ),
      },
    ],
    good: [
      { path: 'lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": 1')) },
      { path: 'lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": 0, "isLive": false')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule('"type": "SetStorageClass", "storageClass": "NEARLINE"', '"age": 0')),
      },
      {
        path: 'lifecycle.json',
        text: lifecycle('{"action": {"type": "Delete"}, "condition": "${CONDITION}"}'),
      },
      { path: 'lifecycle.json', text: lifecycle('{}', rule('"type": "Delete"', '"age": 1')) },
    ],
  },
});
