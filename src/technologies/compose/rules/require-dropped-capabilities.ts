import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/require-dropped-capabilities',
  catalogue: ['cap-unrestricted'],
  equivalents: ['kics:container_capabilities_unrestricted'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service keeps capabilities that it does not need.',
  why: 'The runtime gives every container about a dozen rights of root, such as changing owners of files and sending raw packets.',
  remedy: 'Add `cap_drop: [ALL]`, and give back what is needed.',
  references: [security],
  messages: {
    kept: 'Service "{name}" drops no capabilities.',
    added: 'The service is given more capabilities than usual.',
  },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const drop = at.get('cap_drop');
    const added = at.at('cap_add');
    if (added && added.items().length > 0) yield { message: 'added', span: added.anchor };
    if (drop.is !== 'absent' || isExtended(at)) return;
    yield {
      message: 'kept',
      data: { name: serviceName(at) },
      span: drop.anchor,
      fix: at.fix('review', 'Drop all capabilities', at.set(['cap_drop'], ['ALL'])),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  «a»:\n    image: a:1.0 # x\n',
        message: 'kept',
        fixed: 'services:\n  a:\n    image: a:1.0 # x\n    cap_drop:\n      - ALL\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    cap_drop: [ALL]\n    «cap_add»: [KILL] # x\n',
        message: 'added',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    cap_drop: [ALL]\n    cap_add: []\n',
      },
      { path: 'compose.yaml', text: 'services:\n  a:\n    image: a:1.0\n    extends: base\n' },
    ],
  },
});
