import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'compose/require-project-name',
  catalogue: ['project-name-missing'],
  equivalents: ['dclint:require-project-name-field'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The project has no name of its own.',
  why: "Compose then takes the folder's name: two check-outs in folders of the same name stop each other's containers.",
  remedy: 'Set `name` at the top.',
  references: [
    { title: 'Compose: project name', url: 'https://docs.docker.com/compose/how-tos/project-name/' },
  ],
  messages: { missing: 'The project is named after whatever folder it lies in.' },
  fix: { none: 'What the project is called is known only to the author.' },
  looksAt: [{ view: 'compose/file', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.get('name');
    const services = at.at('services');
    if (name.is === 'absent' && services) yield { message: 'missing', span: services.anchor };
  },
  examples: {
    bad: [{ path: 'compose.yaml', text: '«services»:\n  a:\n    image: a:1.0\n' }],
    good: [{ path: 'compose.yaml', text: 'name: scoring\nservices:\n  a:\n    image: a:1.0\n' }],
  },
});
