import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadBlueprint } from '../scaffold/blueprint';
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
const templates = templateFolders().sort().map(load);
const index = templates.map((template) => {
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
const systems = Object.entries(blueprintTexts).map(([name, text]) => {
  const loaded = loadBlueprint(`${name}.yaml`, text, templates);
  if (!loaded.ok)
    throw new Error(`templates/blueprints:\n${loaded.problems.map(describeProblem).join('\n')}`);
  const { id, title, description } = loaded.value;
  if (id !== name)
    throw new Error(`templates/blueprints/${name}.yaml: The id "${id}" is not the file's name.`);
  return { id, title, description };
});
writeFileSync(
  path.join(target, 'index.json'),
  JSON.stringify({ templates: index, systems, blueprints: blueprintTexts }),
);
process.stdout.write(`dist/templates  ${index.length} templates, ${systems.length} blueprints\n`);
