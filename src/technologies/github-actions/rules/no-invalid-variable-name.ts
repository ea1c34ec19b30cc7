import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { syntax } from '../sources';

export default defineRule({
  id: 'github-actions/no-invalid-variable-name',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:env-var'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The name of a variable cannot be.',
  why: 'A name with a space, an equals sign or an ampersand is cut off or refused by the shell.',
  remedy: 'Use letters, digits and underscores.',
  references: [syntax],
  messages: { invalid: '"{name}" cannot be the name of a variable.' },
  fix: { none: 'What reads the variable has to change with it.' },
  looksAt: [
    { view: 'github-actions/workflow', path: ['env', '*'] },
    { view: 'github-actions/job', path: ['env', '*'] },
    { view: 'github-actions/step', path: ['env', '*'] },
  ],
  *check(at): Iterable<Report> {
    if (/[\s=&]/.test(at.key) && !at.key.includes('${{'))
      yield { message: 'invalid', data: { name: at.key }, span: at.anchor };
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: push\nenv: { «FOO=BAR»: a, B: c }\njobs: {}\n' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    env:\n      «FOO BAR»: a # two\n',
      },
    ],
    good: [{ path: '.github/workflows/build.yaml', text: 'on: push\nenv: { FOO_BAR: "a=b c" }\njobs: {}\n' }],
  },
});
