import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { lifecyclePage, storageClasses } from '../documentation';
import { lifecycle, rule, terraform } from '../example-text';
import { actionOf, storageClass } from '../lifecycle';

const actions = ['Delete', 'SetStorageClass', 'AbortIncompleteMultipartUpload'];
const classes = [
  'STANDARD',
  'NEARLINE',
  'COLDLINE',
  'ARCHIVE',
  'MULTI_REGIONAL',
  'REGIONAL',
  'DURABLE_REDUCED_AVAILABILITY',
];

export default defineRule({
  id: 'gcs/no-unknown-action',
  catalogue: ['gcs-lifecycle-bad-action'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A lifecycle asks for something that Cloud Storage cannot do.',
  why: 'Cloud Storage refuses the whole lifecycle: the old one stays, and objects are neither deleted nor moved.',
  remedy:
    'Write `Delete`, `AbortIncompleteMultipartUpload`, or `SetStorageClass` with a `storageClass` such as `NEARLINE`.',
  references: [lifecyclePage, storageClasses],
  messages: {
    action: 'There is no action "{value}".',
    missing: 'SetStorageClass does not say which class.',
    class: 'There is no storage class "{value}".',
  },
  fix: 'review',
  looksAt: [{ view: 'gcs/lifecycle-rule', path: [] }],
  *check(at): Iterable<Report> {
    const action = actionOf(at);
    const type = action?.text('type');
    if (!action || type?.is !== 'known') return;
    if (!actions.includes(type.value)) {
      const fix = respelled(action, 'type', actions);
      yield { message: 'action', data: { value: type.value }, span: type.span, fix };
    }
    const wanted = storageClass(at);
    if (type.value !== 'SetStorageClass') return;
    if (wanted?.is === 'absent') yield { message: 'missing', span: type.span };
    if (wanted?.is !== 'known' || classes.includes(wanted.value)) return;
    const key = action.has('storage_class') ? 'storage_class' : 'storageClass';
    const fix = respelled(action, key, classes);
    yield { message: 'class', data: { value: wanted.value }, span: wanted.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'lifecycle.json',
        message: 'action',
        text: lifecycle(rule('"type": «"delete"»', '"age": 1, "isLive": false')),
        fixed: lifecycle(rule('"type": "Delete"', '"age": 1, "isLive": false')),
      },
      { path: 'lifecycle.json', message: 'action', text: lifecycle(rule('"type": «"Archive"»', '"age": 1')) },
      {
        path: 'lifecycle.json',
        message: 'missing',
        text: lifecycle(rule('"type": «"SetStorageClass"»', '"age": 1')),
      },
      {
        path: 'lifecycle.json',
        message: 'class',
        text: lifecycle(rule('"type": "SetStorageClass", "storageClass": «"coldline"»', '"age": 1')),
        fixed: lifecycle(rule('"type": "SetStorageClass", "storageClass": "COLDLINE"', '"age": 1')),
      },
      {
        path: 'bucket.tf',
        message: 'class',
        text: terraform(
          'd',
          '  lifecycle_rule {\n    action {\n      type          = "SetStorageClass"\n      storage_class = «"GLACIER"»\n    }\n    condition { age = 30 }\n  }\n',
        ),
      },
    ],
    good: [
      ...['NEARLINE', 'STANDARD', 'ARCHIVE', '${CLASS}'].map((value) => ({
        path: 'lifecycle.json',
        text: lifecycle(rule(`"type": "SetStorageClass", "storageClass": "${value}"`, '"age": 1')),
      })),
      ...['Delete', 'AbortIncompleteMultipartUpload', '${ACTION}'].map((value) => ({
        path: 'lifecycle.json',
        text: lifecycle(rule(`"type": "${value}"`, '"age": 1')),
      })),
      { path: 'lifecycle.json', text: lifecycle(rule('"storageClass": "cold"', '"age": 1')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule('"type": "Delete", "storageClass": "cold"', '"age": 1')),
      },
    ],
  },
});

/** The known word that differs in case only. */
function respelled(action: NodeView, key: string, words: readonly string[]): Report['fix'] {
  const written = known(action.text(key))?.toLowerCase();
  const word = words.find((each) => each.toLowerCase() === written);
  return word === undefined ? undefined : action.fix('review', `Write "${word}"`, action.set([key], word));
}
