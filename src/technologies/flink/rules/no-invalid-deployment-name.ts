import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { validator } from '../documentation';
import { deployment, sessionJob } from '../example-text';

const longest = 45;

export default defineRule({
  id: 'flink/no-invalid-deployment-name',
  catalogue: ['flink-deployment-name'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The name of the deployment is not one that Flink on Kubernetes can use.',
  why: 'The name becomes the cluster id and the start of the names of Services; Flink and the operator refuse it when it is too long, or does not begin with a letter.',
  remedy: 'Use lower case letters, digits and dashes, begin with a letter, and keep to 45 characters.',
  references: [validator],
  messages: {
    long: 'The name has {length} characters; Flink takes at most 45.',
    form: 'Name "{name}" must begin with a letter and have lower case letters, digits and inner dashes only.',
  },
  fix: { none: 'Other resources refer to the name.' },
  looksAt: [
    { view: 'flink/deployment', path: ['metadata', 'name'] },
    { view: 'flink/blue-green-deployment', path: ['metadata', 'name'] },
    { view: 'flink/session-job', path: ['spec', 'deploymentName'] },
  ],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is !== 'known' || name.value === '') return;
    const { length } = name.value;
    if (length > longest) yield { message: 'long', data: { length }, span: name.span };
    else if (!/^[a-z](?:[-a-z\d]*[a-z\d])?$/.test(name.value))
      yield { message: 'form', severity: 'warning', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('').replace('name: features', `name: «${'a'.repeat(46)}» # long`),
        message: 'long',
      },
      {
        path: 'features.yaml',
        text: deployment('').replace('name: features', 'name: «2nd-features»'),
        message: 'form',
        severity: 'warning',
      },
      {
        path: 'features.yaml',
        text: deployment('').replace('name: features', 'name: «features-»'),
        message: 'form',
        severity: 'warning',
      },
      {
        path: 'job.yaml',
        text: sessionJob('job: {}\n').replace('deploymentName: session', 'deploymentName: «Session_1»'),
        message: 'form',
        severity: 'warning',
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('').replace('name: features', `name: ${'a'.repeat(45)}`) },
      { path: 'features.yaml', text: deployment('').replace('name: features', 'name: f') },
      { path: 'features.yaml', text: deployment('').replace('name: features', 'name: f-2') },
      { path: 'features.yaml', text: deployment('').replace('name: features', 'name: ${NAME}') },
    ],
  },
});
