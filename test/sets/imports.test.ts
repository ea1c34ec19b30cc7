import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

// Who may import whom. A room is the longest prefix that matches; packages stand by name.
const pure = ['src/core'];
const rooms: readonly {
  readonly room: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}[] = [
  { room: 'src/core', rooms: [], packages: [] },
  {
    room: 'src/formats',
    rooms: pure,
    packages: [
      'js-yaml',
      'yaml',
      'jsonc-parser',
      'dot-properties',
      'toml-eslint-parser',
      'dockerfile-ast',
      '@lezer/python',
      '@lezer/common',
      '@lezer/lr',
      '@prometheus-io/lezer-promql',
      '@actions/expressions',
    ],
  },
  { room: 'src/shapes', rooms: pure, packages: [] },
  // A technology also uses the pure scanners that formats lend (shell, expressions, PromQL), and the facts on versions.
  {
    room: 'src/technologies',
    rooms: [...pure, 'src/shapes', 'src/formats', 'src/systems/versions'],
    packages: ['semver', '@renovatebot/pep440'],
  },
  {
    room: 'src/systems/versions',
    rooms: [...pure, 'src/generated/releases.ts'],
    packages: [],
  },
  { room: 'src/systems', rooms: [...pure, 'src/shapes'], packages: ['@dagrejs/dagre'] },
  { room: 'src/report', rooms: [...pure, 'src/systems'], packages: [] },
  {
    room: 'src/agents',
    rooms: [...pure, 'src/scaffold'],
    packages: [],
  },
  { room: 'src/snippets', rooms: pure, packages: [] },
  // What hovers and completion say of keys and versions.
  {
    room: 'src/lookup',
    rooms: [...pure, 'src/systems/versions', 'src/technologies/versions'],
    packages: [],
  },
  {
    room: 'src/scaffold',
    rooms: pure,
    packages: ['handlebars', 'diff', '@noble/hashes', 'yaml', 'fflate', 'jsonc-parser', 'toml-eslint-parser'],
  },
  { room: 'src/generated', rooms: [...pure, 'src/technologies', 'src/systems'], packages: [] },
  { room: 'src/parts.ts', rooms: [...pure, 'src/formats', 'src/generated'], packages: ['minimatch'] },
  { room: 'src/node', rooms: ['src/scaffold'], packages: ['node:fs', 'node:path'] },
  // The Node entry point takes nothing of the command line, which is another host.
  { room: 'src/extension.ts', rooms: ['src/vscode', 'src/node'], packages: ['vscode'] },
  { room: 'src/findings-of-files.ts', rooms: [...pure, 'src/parts.ts', 'src/scaffold'], packages: [] },
];

/** Rooms that only Node enters. */
const nodeRooms = ['src/node', 'src/extension.ts'];

/** Rooms that must run in a browser: no Node, no editor. */
const browserRooms = rooms.map(({ room }) => room).filter((room) => !nodeRooms.includes(room));

const root = path.resolve(import.meta.dirname, '../..');

describe('imports', () => {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `src/${file.split(path.sep).join('/')}`);

  it('stay within the rooms', () => {
    assert.ok(files.length > 50);
    assert.deepEqual(files.flatMap(faultsOf), []);
  });

  it('of `vscode` stand only in src/vscode and the entry points', () => {
    const others = files.filter(
      (file) =>
        importsOf(file).includes('vscode') && !/^src\/(?:vscode\/|extension(?:\.web)?\.ts$)/.test(file),
    );
    assert.deepEqual(others, []);
  });

  it('of Node stand in no room that has to run in a browser', () => {
    const others = files.filter(
      (file) => browserRooms.some((room) => isIn(file, room)) && importsOf(file).some(isNode),
    );
    assert.deepEqual(others, []);
  });

  it('never lead from one technology to another', () => {
    const faults = files.flatMap((file) => {
      const own = /^src\/technologies\/([^/]+)\//.exec(file)?.[1];
      if (own === undefined) return [];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target))
        .filter(
          (target) =>
            target.startsWith('src/technologies/') && !target.startsWith(`src/technologies/${own}/`),
        )
        .map((target) => `${file} imports ${target}`);
    });
    assert.deepEqual(faults, []);
  });
});

function faultsOf(file: string): string[] {
  const rule = rooms.filter(({ room }) => isIn(file, room)).sort((a, b) => b.room.length - a.room.length)[0];
  if (!rule) return [];
  return importsOf(file).flatMap((target) => {
    if (target.startsWith('.')) {
      const place = path.posix.join(path.posix.dirname(file), target);
      const allowed = [rule.room, ...rule.rooms].some(
        (room) => isIn(place, room) || isIn(`${place}.ts`, room),
      );
      return allowed ? [] : [`${file} imports ${place}`];
    }
    const name = target.startsWith('@')
      ? target.split('/').slice(0, 2).join('/')
      : (target.split('/')[0] ?? '');
    return rule.packages.includes(name) ? [] : [`${file} imports the package ${name}`];
  });
}

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(room.endsWith('.ts') ? room : `${room}/`) || file === room;
}

function isNode(target: string): boolean {
  return (
    target.startsWith('node:') || ['fs', 'path', 'os', 'child_process', 'crypto', 'process'].includes(target)
  );
}
