import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'compose/no-version-field',
  catalogue: ['version-field-obsolete'],
  equivalents: ['dclint:no-version-field'],
  severity: 'info',
  certainty: 'certain',
  summary: 'The file says which version of the format it is written in.',
  why: 'Compose has ignored it since 2020 and warns about it at every start.',
  remedy: 'Remove it.',
  references: [
    {
      title: 'Compose file reference: version and name',
      url: 'https://docs.docker.com/reference/compose-file/version-and-name/',
    },
  ],
  messages: { obsolete: 'Compose ignores "version" and warns about it.' },
  fix: 'safe',
  looksAt: [{ view: 'compose/file', path: ['version'] }],
  *check(at): Iterable<Report> {
    yield { message: 'obsolete', span: at.anchor, fix: at.fix('safe', 'Remove version', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: '«version»: "3.9" # old\nservices:\n  a:\n    image: a:1.0\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment: { version: "3" }\n',
      },
    ],
  },
});
