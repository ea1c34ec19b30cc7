import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeProblem } from '../scaffold/result';
import { loadTemplate } from '../scaffold/load-template';
import type { Template } from '../scaffold/template';

// Reads every template and writes it as plain data, so that nothing is parsed or compiled at run time.

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'dist/templates');

/** Folders that hold a template.yaml, relative to `templates/`. */
function templateFolders(): string[] {
  const base = path.join(root, 'templates');
  return readdirSync(base).flatMap((pattern) =>
    existsSync(path.join(base, pattern, 'template.yaml'))
      ? [pattern]
      : folders(path.join(base, pattern))
          .filter((name) => existsSync(path.join(base, pattern, name, 'template.yaml')))
          .map((name) => `${pattern}/${name}`),
  );
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function load(folder: string): Template {
  const base = path.join(root, 'templates', folder);
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\/(?:__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache)\//.test(file))
    .map((file) => ({
      path: path.relative(base, file).split(path.sep).join('/'),
      bytes: readFileSync(file),
    }));
  const loaded = loadTemplate(
    files.filter((file) => !file.path.startsWith('cases/') && file.path !== 'verify.yaml'),
  );
  if (loaded.ok) return loaded.value;
  throw new Error(`templates/${folder}:\n${loaded.problems.map(describeProblem).join('\n')}`);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const index = templateFolders()
  .sort()
  .map((folder) => {
    const template = load(folder);
    const file = `${template.manifest.id.replace('/', '--')}.json`;
    writeFileSync(path.join(target, file), JSON.stringify(template));
    const { id, version, title, description, formerly } = template.manifest;
    return { id, version, title, description, formerly, file };
  });
const blueprints = path.join(root, 'templates/blueprints');
const blueprintTexts = existsSync(blueprints)
  ? Object.fromEntries(
      readdirSync(blueprints)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [path.basename(name, '.yaml'), readFileSync(path.join(blueprints, name), 'utf8')]),
    )
  : {};
writeFileSync(
  path.join(target, 'index.json'),
  JSON.stringify({ templates: index, blueprints: blueprintTexts }),
);
process.stdout.write(
  `dist/templates  ${index.length} templates, ${Object.keys(blueprintTexts).length} blueprints\n`,
);
