import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly order?: number }>>;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const manifest: Manifest = JSON.parse(text('package.json'));
const titles: Readonly<Record<string, string>> = JSON.parse(text('package.nls.json'));
const source = sourceTexts(path.join(root, 'src')).join('\n');

describe('the manifest', () => {
  it('has a title in package.nls.json for every %key%, and no title that nothing uses', () => {
    const used = [...text('package.json').matchAll(/%([\w.]+)%/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(titles).sort());
  });

  it('shows only commands that the code registers, all in one category', () => {
    for (const { command, category } of manifest.contributes.commands) {
      assert.ok(source.includes(`'${command}'`), `${command} is registered nowhere`);
      assert.equal(category, '%category%');
    }
  });

  it('has menus only for its own commands', () => {
    const known = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { command } of Object.values(manifest.contributes.menus).flat())
      assert.ok(known.has(command), command);
  });

  it('declares every setting that the code reads, with a place in the order', () => {
    const declared = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    );
    for (const [name, { order }] of declared) assert.equal(typeof order, 'number', `${name} has no order`);
    const read = [...source.matchAll(/settings\.get<[^>]+>\('([\w.]+)'/g)].map(
      (match) => `aiPatterns.${match[1] ?? ''}`,
    );
    const names = new Set(declared.map(([name]) => name));
    assert.deepEqual(
      read.filter((name) => !names.has(name)),
      [],
    );
  });

  it('names restricted settings that exist', () => {
    const names = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations)
      assert.ok(names.includes(name), name);
  });

  it('pins exact versions and has no run-time dependencies, for everything is bundled', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+/, name);
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it('is compiled against the oldest VS Code that it promises', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode'] ?? ''}`, manifest.engines.vscode);
  });

  it('keeps to the marketplace: an icon, at most 30 keywords, no eager activation', () => {
    assert.ok(existsSync(path.join(root, manifest.icon)));
    assert.ok(manifest.keywords.length <= 30);
    assert.ok(manifest.activationEvents.every((event) => event !== '*' && event !== 'onStartupFinished'));
  });

  it('has a lockfile without download addresses', () => {
    for (const file of [
      'package-lock.json',
      'test/host/package-lock.json',
      'test/host/oldest/package-lock.json',
    ]) {
      assert.doesNotMatch(text(file), /"resolved": "https?:/, file);
    }
  });
});

function sourceTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}
