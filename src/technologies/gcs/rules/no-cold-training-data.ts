import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isNamedLike } from '../../../shapes/name-globs';
import { bucketName, dataBuckets } from '../buckets';
import { lifecyclePage, storageClasses } from '../documentation';
import { lifecycle, rule, terraform } from '../example-text';
import { actionType, ageOf, prefixesOf, storageClass } from '../lifecycle';

const move = (name: string): string => `"type": "SetStorageClass", "storageClass": ${name}`;
const train = (age: string): string => `"age": ${age}, "matchesPrefix": ["training/"]`;

export default defineRule({
  id: 'gcs/no-cold-training-data',
  catalogue: ['gcs-lifecycle-cold-before-training'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Training data moves to a cold class while models are still trained on it.',
  why: 'Coldline and Archive cost for every byte that is read: each epoch of each training pays for the whole set, more than the class saves.',
  remedy: 'Move it when trainings no longer read it, or use `NEARLINE`.',
  references: [lifecyclePage, storageClasses],
  options: {
    buckets: dataBuckets,
    retrainingDays: {
      type: 'number',
      default: 90,
      description: 'Age in days up to which trainings read the data.',
    },
  },
  messages: { cold: 'After {age} days training data moves to {class}, where every read costs.' },
  fix: { none: 'How long trainings read the data is not in the file.' },
  looksAt: [{ view: 'gcs/lifecycle-rule', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const to = storageClass(at);
    const age = ageOf(at);
    if (actionType(at) !== 'SetStorageClass' || age?.is !== 'known' || to?.is !== 'known') return;
    if (!/^(?:COLDLINE|ARCHIVE)$/.test(to.value) || age.value >= options.number('retrainingDays')) return;
    const names = prefixesOf(at) ?? [bucketName(at)];
    if (!isNamedLike(names, options.list('buckets'))) return;
    yield { message: 'cold', data: { age: age.value, class: to.value }, span: age.span };
  },
  examples: {
    bad: [
      { path: 'lifecycle.json', text: lifecycle(rule(move('"COLDLINE"'), train('«89»'))) },
      {
        path: 'bucket.tf',
        text: terraform(
          'acme-dataset',
          '  lifecycle_rule {\n    action {\n      type          = "SetStorageClass"\n      storage_class = "ARCHIVE"\n    }\n    condition { age = «30» }\n  }\n',
        ),
      },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule(move('"COLDLINE"'), '"age": «100», "matchesPrefix": ["raw/"]')),
        options: { buckets: ['raw/*'], retrainingDays: 180 },
      },
    ],
    good: [
      { path: 'lifecycle.json', text: lifecycle(rule(move('"COLDLINE"'), train('90'))) },
      { path: 'lifecycle.json', text: lifecycle(rule(move('"NEARLINE"'), train('30'))) },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule(move('"COLDLINE"'), '"age": 30, "matchesPrefix": ["logs/"]')),
      },
      { path: 'lifecycle.json', text: lifecycle(rule(move('"COLDLINE"'), '"age": 30')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule('"type": "Delete", "storageClass": "COLDLINE"', train('30'))),
      },
      { path: 'lifecycle.json', text: lifecycle(rule(move('"COLDLINE"'), train('"${AGE}"'))) },
      { path: 'lifecycle.json', text: lifecycle(rule(move('"${CLASS}"'), train('30'))) },
    ],
  },
});
