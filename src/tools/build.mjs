// Builds the bundles: the Node extension, the web extension, the command line, and what they share. `--watch` keeps at it.
import { build, context } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildKeys } from './build-keys.mjs';
import { stripExamples } from './strip-examples.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const common = {
  bundle: true,
  minify: !process.argv.includes('--no-minify'),
  sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  define: { AI_PATTERNS_VERSION: JSON.stringify(manifest.version) },
  plugins: [stripExamples(root)],
};
// Some packages (jsonc-parser) have a main file that no bundler can follow; their ES module can be.
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // Bundles load one another by require, in VS Code's host, too.
  supported: { 'dynamic-import': false },
};

/** Modules that are built as files of their own and loaded from beside the program: the import as it is written, and the file. */
function ownFiles(files) {
  return {
    name: 'own-files',
    setup(bundle) {
      for (const [module, file] of files) {
        bundle.onResolve({ filter: module }, ({ kind }) =>
          kind === 'entry-point' ? undefined : { path: file, external: true },
        );
      }
    },
  };
}

// All rules and formats: larger than everything else, needed by the extension and by some commands.
const rules = [/^(?:\.\/|(?:\.\.\/)+)parts$/, './rules.cjs'];

/** The bundles by the name of their output. */
export const bundles = {
  'dist/extension.cjs': {
    ...node,
    entryPoints: ['src/extension.ts'],
    external: ['vscode'],
    plugins: [...common.plugins, ownFiles([rules])],
  },
  'dist/rules.cjs': { ...node, entryPoints: ['src/parts.ts'] },
  // Only what `--version` and `--help` need; a command is loaded when it is called.
  'dist/cli.cjs': {
    ...node,
    entryPoints: ['src/cli.ts'],
    banner: { js: '#!/usr/bin/env node' },
    plugins: [...common.plugins, ownFiles([[/^\.\/commands$/, './commands.cjs']])],
  },
  'dist/commands.cjs': {
    ...node,
    entryPoints: ['src/cli/commands/index.ts'],
    plugins: [
      ...common.plugins,
      ownFiles([rules, [/^\.\.\/mcp\/server$/, './mcp.cjs'], [/^\.\.\/lsp\/server$/, './lsp.cjs']]),
    ],
  },
  // The protocol's library is larger than all rules; only `ai-patterns mcp` loads it.
  'dist/mcp.cjs': { ...node, entryPoints: ['src/cli/mcp/server.ts'] },
  'dist/lsp.cjs': { ...node, entryPoints: ['src/cli/lsp/server.ts'] },
  'dist/web/extension.js': {
    ...common,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    entryPoints: ['src/extension.web.ts'],
    external: ['vscode'],
    define: { ...common.define, global: 'globalThis' },
  },
};

/** Builds those whose name contains the word given; returns esbuild's metafiles. */
export async function buildBundles(only = '') {
  const metafiles = {};
  for (const [outfile, options] of Object.entries(bundles)) {
    if (!outfile.includes(only)) continue;
    const result = await build({ ...options, absWorkingDir: root, outfile });
    metafiles[outfile] = result.metafile;
  }
  return metafiles;
}

if (process.argv[1] === import.meta.filename) {
  const only = process.argv[2]?.startsWith('--') ? '' : (process.argv[2] ?? '');
  if (process.argv.includes('--watch')) {
    for (const [outfile, options] of Object.entries(bundles)) {
      await (await context({ ...options, absWorkingDir: root, outfile, minify: false })).watch();
    }
  } else {
    const metafiles = await buildBundles(only);
    const templates = spawnSync(process.execPath, [path.join(root, 'src/tools/run.mjs'), 'build-templates'], {
      stdio: 'inherit',
    });
    if (templates.status !== 0) process.exit(1);
    process.stdout.write(`dist/keys  ${Math.round(buildKeys(root) / 1024)} KB\n`);
    for (const [outfile, { outputs }] of Object.entries(metafiles)) {
      process.stdout.write(`${outfile}  ${Math.round((outputs[outfile]?.bytes ?? 0) / 1024)} KB\n`);
    }
  }
}
