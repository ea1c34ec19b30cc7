/**
 * Bundles the integration suites twice, for the Node and for the web-worker extension host:
 * `node test/integration/build.mjs` writes `out/integration/{node,web}/index.js`.
 */
import { build } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const HERE = import.meta.dirname;

/** A new suite is a new file `suites/<name>.test.ts`; nothing lists them by hand. */
function allSuites() {
  const files = readdirSync(join(HERE, 'suites'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const contents = `export function loadSuites() {\n${files.map((file) => `  require('./suites/${file}');`).join('\n')}\n}\n`;
  return {
    name: 'all-suites',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^all-suites$/ }, () => ({ path: 'all-suites', namespace: 'all-suites' }));
      esbuild.onLoad({ filter: /.*/, namespace: 'all-suites' }, () => ({ contents, resolveDir: HERE }));
    },
  };
}

/**
 * Mocha's browser script takes any `module` it sees for its own and would replace our exports. It lies in a package of
 * ES modules, so esbuild gives it none; hiding the name makes it define the global `mocha`, as in a page.
 */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var module, exports;${readFileSync(path, 'utf8')}`,
    }));
  },
};

/**
 * Builds both bundles; `grep` limits what they run. They have to lie inside the extension under test, because VS Code
 * runs a suite in the extension host of the extension that contains it.
 */
export async function buildSuites({ extension = resolve(HERE, '../..'), grep = '' } = {}) {
  const out = join(extension, 'out/integration');
  const common = {
    entryPoints: [join(HERE, 'index.ts')],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [allSuites(), mochaAsScript],
  };
  const definitions = (host) => ({
    AI_PATTERNS_GREP: JSON.stringify(grep),
    AI_PATTERNS_HOST: JSON.stringify(host),
  });
  await Promise.all([
    build({
      ...common,
      outfile: join(out, 'node/index.js'),
      platform: 'node',
      external: ['vscode', 'mocha'],
      define: definitions('node'),
    }),
    build({
      ...common,
      outfile: join(out, 'web/index.js'),
      platform: 'browser',
      external: ['vscode'],
      // The worker's own files go before the ones for Node: mocha-of-host.web.ts, not mocha-of-host.ts.
      resolveExtensions: ['.web.ts', '.ts', '.js', '.json'],
      define: { ...definitions('web worker'), global: 'globalThis' },
    }),
  ]);
  return { node: join(out, 'node/index.js'), web: join(out, 'web/index.js') };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await buildSuites();
  console.log(`built ${Object.values(built).join(', ')}`);
}
