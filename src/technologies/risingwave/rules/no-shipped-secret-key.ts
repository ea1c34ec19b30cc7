import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { manageSecrets, shippedCompose } from '../documentation';
import { service } from '../example-text';

const shipped = '0123456789abcdef0123456789abcdef';
const name = 'RW_SECRET_STORE_PRIVATE_KEY_HEX';

export default defineRule({
  id: 'risingwave/no-shipped-secret-key',
  catalogue: ['rw-default-secret-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'RisingWave encrypts its secrets with the key that it ships as an example.',
  why: 'The key is public: whoever gets a copy of the metadata or a backup reads every password in it.',
  remedy:
    'Make a key of your own (`openssl rand -hex 16`) and demand it: `${RW_SECRET_STORE_PRIVATE_KEY_HEX:?}`.',
  references: [shippedCompose, manageSecrets],
  messages: { shipped: 'This key for secrets is the one from the example of RisingWave.' },
  fix: 'review',
  looksAt: [
    { view: 'risingwave/compose-service', path: ['environment', name] },
    { view: 'risingwave/compose-service', path: ['environment', '*'] },
    { view: 'risingwave/env', path: [name] },
  ],
  *check(at): Iterable<Report> {
    const { node } = at;
    if (node?.type !== 'scalar' || at.key === '') return;
    const inList = /^\d+$/.test(at.key) && node.text.startsWith(`${name}=`);
    if ((!inList && at.key !== name) || !node.text.includes(shipped)) return;
    const written = at.document.text.slice(at.span.start, at.span.end);
    const start = at.span.start + written.indexOf(shipped);
    yield { message: 'shipped', span: { start, end: start + shipped.length }, fix: demanded(at, inList) };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: service(`    environment:\n      ${name}: «${shipped}» # key\n`),
        fixed: service(`    environment:\n      ${name}: \${${name}:?} # key\n`),
      },
      {
        path: 'compose.yaml',
        text: service(`    environment:\n      ${name}: \${${name}:-«${shipped}»}\n`),
        fixed: service(`    environment:\n      ${name}: \${${name}:?}\n`),
      },
      {
        path: 'compose.yaml',
        text: service(`    environment:\n      - ${name}=«${shipped}»\n`),
        fixed: service(`    environment:\n      - ${name}=\${${name}:?}\n`),
      },
      { path: '.env', text: `RW_LICENSE=x\n${name}=«${shipped}»\n` },
    ],
    good: [
      { path: 'compose.yaml', text: service(`    environment:\n      ${name}: \${${name}:?}\n`) },
      { path: 'compose.yaml', text: service(`    environment:\n      OTHER: ${shipped}\n`) },
      { path: 'compose.yaml', text: service(`    environment:\n      - OTHER=${shipped}\n`) },
      { path: '.env', text: `RW_OTHER=${shipped}\n${name}=00ff00ff00ff00ff00ff00ff00ff00ff\n` },
    ],
  },
});

/** In a file for Compose the variable is demanded; a file of variables is where the key belongs. */
function demanded(at: NodeView, inList: boolean): Report['fix'] {
  if (at.document.format !== 'yaml') return undefined;
  const demand = `\${${name}:?}`;
  return at.fix('review', 'Demand a key from outside', at.set([], inList ? `${name}=${demand}` : demand));
}
