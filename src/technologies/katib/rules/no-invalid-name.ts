import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { validator } from '../settings';

const named = (name: string): string =>
  `apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata:\n  name: ${name}\nspec: { maxTrialCount: 9 }\n`;
const forty = `a${'b'.repeat(39)}`;

export default defineRule({
  id: 'katib/no-invalid-name',
  catalogue: ['katib-name-too-long'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Experiment has a name that Katib cannot use.',
  why: 'Services and pods of the Experiment are named after it and the algorithm: longer than 40 characters the suggestion service does not start, and since version 0.18 the webhook refuses the name.',
  remedy: 'Take a name of at most 40 lower-case letters, digits and hyphens that begins with a letter.',
  references: [
    {
      title: 'Katib pull request 2468: names of at most 40 characters',
      url: 'https://github.com/kubeflow/katib/pull/2468',
    },
    validator,
  ],
  messages: {
    long: 'The name has {length} characters; Katib takes at most 40.',
    form: 'The name "{name}" must begin with a letter and have only lower-case letters, digits and hyphens.',
  },
  fix: { none: 'The name is the author’s.' },
  looksAt: [{ view: 'katib/experiment', path: ['metadata', 'name'] }],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is !== 'known') return;
    if (name.value.length > 40)
      yield { message: 'long', data: { length: name.value.length }, span: name.span };
    else if (!/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(name.value))
      yield { message: 'form', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      { path: 'e.yaml', message: 'long', text: named(`«${forty}c» # long`) },
      { path: 'e.yaml', message: 'form', text: named('«9-lives»') },
      { path: 'e.yaml', message: 'form', text: named('«fraud_lr»') },
    ],
    good: [
      { path: 'e.yaml', text: named(forty) },
      { path: 'e.yaml', text: named('a') },
      { path: 'e.yaml', text: named('fraud-lr-2') },
      { path: 'e.yaml', text: named('${NAME}') },
    ],
  },
});
