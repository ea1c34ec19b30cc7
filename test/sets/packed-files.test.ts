import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';

const root = path.resolve(import.meta.dirname, '../..');

describe('the packed extension', () => {
  let files: string[];
  before(async function () {
    this.timeout(60_000);
    files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).map((file) =>
      file.split(path.sep).join('/'),
    );
  });

  it('holds the bundles, the texts and the pages, and nothing else', () => {
    const allowed =
      /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:extension\.cjs|cli\.cjs|commands\.cjs|rules\.cjs|mcp\.cjs|lsp\.cjs|web\/extension\.js|templates\/[\w-]+\.json|keys\/[\w-]+\.json)|l10n\/[\w.-]+\.json|media\/(?:icon\.png|container\.svg|rules\/.+\.md|schemas\/[\w.-]+\.json|walkthrough\/.+|patterns\/.+\.md|skills\/.+)|snippets\/[\w.-]+\.code-snippets)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    for (const file of [
      'dist/extension.cjs',
      'dist/web/extension.js',
      'dist/cli.cjs',
      'dist/commands.cjs',
      'dist/rules.cjs',
      'dist/keys/kafka.json',
      'README.md',
      'LICENSE',
      'media/icon.png',
    ]) {
      assert.ok(files.includes(file), `${file} is not packed; was "npm run build" run?`);
    }
  });

  it('loads the rules only where they are needed, and has them once', () => {
    const holders = readdirSync(path.join(root, 'dist'))
      .filter((file) => file.endsWith('.cjs'))
      .filter((file) =>
        readFileSync(path.join(root, 'dist', file), 'utf8').includes('a lagging replica is elected'),
      );
    assert.deepEqual(holders, ['rules.cjs']);
    // All of it is read for --version and --help.
    assert.ok(statSync(path.join(root, 'dist/cli.cjs')).size < 16 * 1024);
  });

  it('holds the page of every rule and every built template', () => {
    const pages = readdirSync(path.join(root, 'media/rules'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md'),
    );
    const packed = files.filter((file) => file.startsWith('media/rules/'));
    assert.equal(packed.length, pages.length);
    assert.ok(files.includes('dist/templates/index.json'));
  });
});
