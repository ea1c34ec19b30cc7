import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, itemsOf, serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/require-no-new-privileges',
  catalogue: ['no-new-privileges'],
  equivalents: ['kics:no_new_privileges_not_set', 'kics:security_opt_not_set', 'semgrep:no-new-privileges'],
  severity: 'info',
  certainty: 'opinion',
  summary: "Nothing keeps a service's processes from gaining rights.",
  why: 'One set-uid program in the image is enough to become root inside the container.',
  remedy: 'Add `security_opt: [no-new-privileges:true]`.',
  references: [services],
  messages: { missing: 'Service "{name}" does not forbid new privileges.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const options = at.list('security_opt');
    if (isExtended(at) || options.is === 'unknown' || options.is === 'invalid') return;
    const texts = itemsOf(at, 'security_opt').map(({ text }) => text);
    if (texts.some((text) => /^no-new-privileges(?:[:=]true)?$/.test(text))) return;
    const wanted = 'no-new-privileges:true';
    const edits =
      options.is === 'known' ? at.append(['security_opt'], wanted) : at.set(['security_opt'], [wanted]);
    const span = options.is === 'known' ? (at.at('security_opt')?.anchor ?? at.anchor) : options.anchor;
    yield {
      message: 'missing',
      data: { name: serviceName(at) },
      span,
      fix: at.fix('review', 'Forbid new privileges', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  «web»:\n    image: web:1.0 # ours\n',
        fixed:
          'services:\n  web:\n    image: web:1.0 # ours\n    security_opt:\n      - no-new-privileges:true\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    «security_opt»: [label:type:a] # se\n',
        fixed:
          'services:\n  web:\n    image: web:1.0\n    security_opt: [label:type:a, no-new-privileges:true] # se\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [no-new-privileges:true]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [no-new-privileges]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    extends: { service: base }\n    image: web:1.0\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    ports: [80]\n' },
    ],
  },
});
