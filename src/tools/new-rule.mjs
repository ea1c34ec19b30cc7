// Makes the file of a rule, with examples that fail until they are written: `npm run new:rule -- kafka/no-something`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const id = process.argv[2] ?? '';
const match = /^([a-z0-9-]+)\/((?:no|require|limit)-[a-z0-9-]+)$/.exec(id);
if (!match)
  stop('Name the rule as technology/no-pattern, technology/require-thing or technology/limit-thing.');
const [, technology, name] = match;
if (!existsSync(path.join(root, 'src/technologies', technology, 'technology.ts'))) {
  stop(`There is no technology "${technology}". Write src/technologies/${technology}/technology.ts first.`);
}
const file = path.join(root, 'src/technologies', technology, 'rules', `${name}.ts`);
if (existsSync(file)) stop(`${path.relative(root, file)} exists already.`);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(
  file,
  `import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: '${id}',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'What is wrong, in one sentence.',
  why: 'What will happen.',
  remedy: 'What to write.',
  references: [],
  messages: { found: 'What is wrong here, with {value}.' },
  fix: { none: 'Why the file does not tell the remedy.' },
  looksAt: [{ view: '${technology}/view', path: ['key'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known') return;
    yield { message: 'found', data: { value: value.value }, span: value.span };
  },
  examples: {
    bad: [{ path: 'file.yaml', text: 'key: «value» # one thing, underlined\\n' }],
    good: [{ path: 'file.yaml', text: 'key: the nearest innocent neighbour\\n' }],
  },
});
`,
);
spawnSync(process.execPath, [path.join(root, 'src/tools/run.mjs'), 'generate', '--only', technology], {
  stdio: 'inherit',
});
process.stdout.write(
  `${path.relative(root, file)}\nNext: write the examples, then npm run test:rules -- ${technology}\n`,
);

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
