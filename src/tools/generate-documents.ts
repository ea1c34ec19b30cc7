import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { rulePages } from './generate/rule-pages';
import { writeGenerated } from './generate/output';
import { settingsSchema } from './generate/settings-schema';
import { shippedManifests } from './generate/shipped-manifests';
import { patternPages } from './generate/pattern-pages';
import { manifestWithTools } from './generate/manifest-tools';
import { snippetsIn } from './generate/snippets-in';
import { templateSchema } from '../scaffold/template-schema';
import { complianceRecordSchema } from '../technologies/compliance/record-schema';
import { parts } from '../parts';

// The second half of `npm run generate`: what is made from the rules that the registries list.

const root = path.resolve(import.meta.dirname, '../..');
const check = process.argv.includes('--check');
const files = new Map<string, string>([
  ...rulePages(parts),
  ...patternPages(parts, shippedManifests(root), snippetsIn(root)),
  ['media/schemas/template.schema.json', `${JSON.stringify(templateSchema(), null, 2)}\n`],
  ['media/schemas/compliance-record.schema.json', `${JSON.stringify(complianceRecordSchema(), null, 2)}\n`],
  ['media/schemas/ai-patterns.schema.json', settingsSchema(parts)],
  ['package.json', manifestWithTools(readFileSync(path.join(root, 'package.json'), 'utf8'))],
]);
const stale = [...writeGenerated(root, files, { check }), ...orphans()];
for (const file of stale) process.stdout.write(`${check ? 'stale' : 'wrote'}: ${file}\n`);
if (check && stale.length > 0) process.exitCode = 1;

/** Pages of rules that are gone. */
function orphans(): string[] {
  const folder = path.join(root, 'media/rules');
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const gone: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.relative(root, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || files.has(file)) continue;
    gone.push(file);
    if (!check) rmSync(path.join(root, file));
  }
  return gone;
}
