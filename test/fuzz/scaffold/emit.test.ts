import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse as parseProperties } from 'dot-properties';
import fc from 'fast-check';
import jsYaml from 'js-yaml';
import { parse as parseYaml } from 'yaml';
import { emitters } from '../../../src/scaffold/helpers';
import { RefusedValue } from '../../../src/scaffold/result';

/** Answers that have broken generators before, and many at random; the seed is printed when one fails. */
const nasty = [
  '',
  ' ',
  'a',
  'true',
  'no',
  'null',
  '~',
  '1',
  '1.0',
  '1e3',
  '0x1f',
  '1_000',
  '2026-11-23',
  '.5',
  '-',
  '- a',
  'a: b',
  'a #b',
  '#',
  '"',
  "'",
  `"'`,
  '\\',
  '\\n',
  '\\"',
  '\n',
  'a\nb',
  '\r\n',
  '\t',
  '\0',
  '\u0001',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u202e',
  '\u200b',
  'é',
  'e\u0301',
  '😀',
  '\ud800',
  '\udc00x',
  '${HOME}',
  '$HOME',
  '$(id)',
  '`id`',
  '%{x}',
  '$${x}',
  '$$',
  '${{ x }}',
  '{{x}}',
  '{{{x}}}',
  '{% x %}',
  '</script>',
  '<!--',
  '-->',
  '*/',
  '/*',
  '//',
  '&amp;',
  '<b>',
  '&',
  '*a',
  '[a](b)',
  '# a',
  '1. a',
  '_a_',
  '~~a~~',
  '|',
  '__proto__',
  'constructor',
  '../..',
  '%s',
  '%',
  '!',
  '@',
  ',',
  '[',
  ']',
  '{',
  '}',
  '=',
  ';',
  '\\u0041',
  '\\x41',
  "'; DROP TABLE x; --",
  'x'.repeat(10_000),
  ' a ',
  'a ',
  'yes',
  'on',
  'NaN',
  '.inf',
  '0b1',
  '0o7',
  '<<',
  '=',
  '? a',
  '> a',
  '| a',
  '%a',
  '\\\n',
  'a\\',
  "it's",
  '""',
  "''",
  'http://x.y/?a=b&c=d#e',
  'www.example.com',
  'a@b.cd',
  'a  b',
  '`',
  '``',
  'if',
  'class',
  'SELECT',
];
const random = fc.sample(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string({ maxLength: 40 })),
  {
    numRuns: 400,
    seed: 20261123,
  },
);
const values = [...new Set([...nasty, ...random])];

interface MarkdownModule {
  readonly default: new (options: object) => {
    parse(
      source: string,
      env: object,
    ): readonly { readonly children: readonly { readonly content: string }[] | null }[];
  };
}

interface Written {
  readonly value: string;
  readonly text: string;
}

/** What a helper writes for every value; refusals are fine, other exceptions are not. */
function written(helper: string): readonly Written[] {
  const emit = emitters[helper];
  assert.ok(emit, helper);
  return values.flatMap((value) => {
    try {
      return [{ value, text: emit(value) }];
    } catch (error) {
      if (error instanceof RefusedValue) return [];
      throw error;
    }
  });
}

function unchanged(helper: string, read: (text: string) => unknown, least = 0.7): void {
  const all = written(helper);
  assert.ok(
    all.length >= values.length * least,
    `${helper} refuses too much: ${all.length} of ${values.length}`,
  );
  for (const { value, text } of all)
    assert.deepEqual(read(text), value, `${helper} ${JSON.stringify(value)} wrote ${text}`);
}

function compareAll(helper: string, all: readonly Written[], read: readonly unknown[]): void {
  assert.equal(read.length, all.length);
  for (const [index, { value, text }] of all.entries())
    assert.equal(read[index], value, `${helper} ${JSON.stringify(value)} wrote ${text}`);
}

function hasTool(command: string, ...options: readonly string[]): boolean {
  const found = spawnSync(command, options, { stdio: 'ignore' }).status === 0;
  if (!found) console.log(`      skipped: ${command} is not here`);
  return found;
}

/** Runs a program on a file whose text is all literals together, and reads a JSON list of what it understood. */
function readWith(
  name: string,
  text: string,
  command: string,
  options: (file: string) => readonly string[],
): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'emit-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const out = execFileSync(command, [...options(file)], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return JSON.parse(out) as unknown[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an answer arrives unchanged, or is refused, in', function () {
  this.timeout(120_000);

  it('JSON', () => unchanged('json', (text) => JSON.parse(text)));
  it('JavaScript', () => unchanged('js', (text) => runInNewContext(text)));
  it('YAML 1.2', () =>
    unchanged(
      'yaml',
      (text) => (parseYaml(`a:\n  - {k: ${text}}\n  - ${text}\n`) as { a: readonly unknown[] }).a[1],
    ));
  it('YAML, inside a flow mapping', () =>
    unchanged('yaml', (text) => (parseYaml(`{k: ${text}, l: 1}`) as { k: unknown }).k));
  it('YAML, as a key', () => {
    const short = written('yaml').filter(({ value }) => value.length < 500);
    for (const { value, text } of short)
      assert.deepEqual(Object.keys(parseYaml(`${text}: 1\n`) as object), [value]);
  });
  it('YAML, as js-yaml reads it', () =>
    unchanged('yaml', (text) => (jsYaml.load(`a: ${text}\n`) as { a: unknown }).a));
  it('properties', () => unchanged('properties', (text) => parseProperties(`a=${text}\nb=1\n`)['a']));
  it('property keys', () => {
    const safe = written('propertyKey').filter(({ value }) => value !== '__proto__');
    for (const { value, text } of safe)
      assert.deepEqual(Object.entries(parseProperties(`${text}=1\n`)), [[value, '1']]);
  });

  it('Python, YAML 1.1 and TOML, as their own readers see it', function () {
    if (!hasTool('python3', '-c', 'import tomllib')) this.skip();
    const all = written('py');
    const program = `import json\nprint(json.dumps([\n${all.map(({ text }) => `  ${text},\n`).join('')}]))\n`;
    compareAll(
      'py',
      all,
      readWith('x.py', program, 'python3', (file) => [file]),
    );
    const tomls = written('toml');
    const lines = tomls.map(({ text }, index) => `k${index} = ${text}\n`).join('');
    const script =
      'import json,sys,tomllib; print(json.dumps(list(tomllib.load(open(sys.argv[1],"rb")).values())))';
    compareAll(
      'toml',
      tomls,
      readWith('x.toml', lines, 'python3', (file) => ['-c', script, file]),
    );
    if (!hasTool('python3', '-c', 'import yaml')) return;
    const yamls = written('yaml');
    const list = yamls.map(({ text }) => `- ${text}\n`).join('');
    const load =
      'import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1],encoding="utf-8"))))';
    compareAll(
      'yaml',
      yamls,
      readWith('x.yaml', list, 'python3', (file) => ['-c', load, file]),
    );
  });

  for (const shell of ['bash', 'dash'])
    it(shell, function () {
      if (!hasTool(shell, '-c', 'true')) this.skip();
      const all = written('sh');
      const script = all.map(({ text }) => `printf '%s\\0' ${text === '' ? "''" : text}\n`).join('');
      const out = spawnSync(shell, [], { input: script, maxBuffer: 1 << 28 }).stdout.toString('utf8');
      compareAll('sh', all, out.split('\0').slice(0, -1));
    });

  it('.env files, as a shell and Node read them', function () {
    const all = written('env');
    assert.ok(all.length >= values.length * 0.5);
    if (!hasTool('bash', '-c', 'true')) this.skip();
    const script = all.map(({ text }) => `A=${text}\nprintf '%s\\0' "$A"\n`).join('');
    const out = spawnSync('bash', [], { input: script, maxBuffer: 1 << 28 }).stdout.toString('utf8');
    compareAll('env', all, out.split('\0').slice(0, -1));
  });

  it('SQL', function () {
    if (!hasTool('python3', '-c', 'import sqlite3')) this.skip();
    const all = written('sql').filter(({ value }) => value !== '');
    const script =
      'import json,sqlite3,sys; c=sqlite3.connect(":memory:"); print(json.dumps([c.execute("SELECT "+t).fetchone()[0] for t in json.load(open(sys.argv[1]))]))';
    const texts = JSON.stringify(all.map(({ text }) => text));
    compareAll(
      'sql',
      all,
      readWith('x.json', texts, 'python3', (file) => ['-c', script, file]),
    );
  });

  it('XML', function () {
    if (!hasTool('python3', '-c', 'import xml')) this.skip();
    const all = written('xml');
    const document = `<a>${all.map(({ text }) => `<b c="${text}">${text}</b>`).join('')}</a>`;
    const script =
      'import json,sys,xml.etree.ElementTree as e; r=e.parse(sys.argv[1]).getroot(); print(json.dumps([b.attrib["c"] if b.attrib["c"]==(b.text or "") else None for b in r]))';
    compareAll(
      'xml',
      all,
      readWith('x.xml', document, 'python3', (file) => ['-c', script, file]),
    );
  });

  it('HCL', function () {
    if (!hasTool('terraform', 'version')) this.skip();
    const all = written('hcl').filter(({ value }) => value.length < 1000);
    const folder = mkdtempSync(join(tmpdir(), 'emit-'));
    const list = all.map(({ text }) => `    ${text},\n`).join('');
    writeFileSync(join(folder, 'main.tf'), `locals {\n  all = base64encode(jsonencode([\n${list}  ]))\n}\n`);
    const environment = { ...process.env, CHECKPOINT_DISABLE: '1' };
    const options = { input: 'local.all\n', encoding: 'utf8', cwd: folder, env: environment } as const;
    const run = spawnSync('terraform', ['console'], { ...options, maxBuffer: 1 << 28 });
    rmSync(folder, { recursive: true });
    assert.equal(run.status, 0, run.stderr);
    const read = Buffer.from(run.stdout.trim().slice(1, -1), 'base64').toString('utf8');
    compareAll('hcl', all, JSON.parse(read) as unknown[]);
  });

  it('Go', function () {
    if (!hasTool('go', 'version')) this.skip();
    const all = written('go');
    const program = `package main\n\nimport (\n\t"encoding/json"\n\t"os"\n)\n\nfunc main() {\n\tjson.NewEncoder(os.Stdout).Encode([]string{\n${all.map(({ text }) => `\t\t${text},\n`).join('')}\t})\n}\n`;
    compareAll(
      'go',
      all,
      readWith('x.go', program, 'go', (file) => ['run', file]),
    );
  });

  it('Java', function () {
    if (!hasTool('java', '-version')) this.skip();
    // The constant pool has a bound, so the long text is left out; \\uXXXX keeps the output plain ASCII.
    const all = written('java').filter(({ value }) => value.length < 1000);
    const program = `public class X {
  public static void main(String[] a) {
    String[] all = {
${all.map(({ text }) => `      ${text},\n`).join('')}    };
    StringBuilder out = new StringBuilder("[");
    for (String s : all) {
      out.append(out.length() > 1 ? ",\\"" : "\\"");
      for (char c : s.toCharArray()) out.append(String.format("\\\\u%04x", (int) c));
      out.append("\\"");
    }
    System.out.println(out.append("]"));
  }
}
`;
    compareAll(
      'java',
      all,
      readWith('X.java', program, 'java', (file) => ['-Dfile.encoding=UTF-8', file]),
    );
  });

  it('Makefiles', function () {
    if (!hasTool('make', '--version')) this.skip();
    const all = written('make').filter(({ value }) => value !== '' && value.length < 1000);
    const text = `${all.map(({ text: each }, index) => `export V${index} := ${each}\n`).join('')}all:\n\t@printenv -0\n`;
    const folder = mkdtempSync(join(tmpdir(), 'emit-'));
    writeFileSync(join(folder, 'Makefile'), text);
    const run = spawnSync('sh', ['-c', "make -s | tr '\\0' '\\001'"], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    rmSync(folder, { recursive: true });
    const found = new Map(
      run.stdout
        .split('\u0001')
        .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
    );
    compareAll(
      'make',
      all,
      all.map((_, index) => found.get(`V${index}`)),
    );
  });

  it('Dockerfiles, as BuildKit cuts words', () => {
    unchanged('dockerfile', (text) => shellWordOfBuildKit(text), 0.6);
  });

  it('Markdown', async () => {
    // It has no types of its own, and only two members of its tokens are read.
    const name: string = 'markdown-it';
    const { default: MarkdownIt } = (await import(name)) as MarkdownModule;
    for (const linkify of [false, true]) {
      const reader = new MarkdownIt({ linkify });
      const textOf = (source: string): string =>
        reader
          .parse(source, {})
          .flatMap((token) => token.children ?? [])
          .map((token) => token.content)
          .join('');
      const all = written('markdown').filter(({ value }) => value !== '');
      assert.ok(all.length > values.length * 0.4);
      for (const { value, text } of all) {
        assert.equal(textOf(`before ${text} after`), `before ${value} after`);
        assert.equal(textOf(text), value, `markdown ${JSON.stringify(value)} wrote ${text}`);
      }
      for (const { value, text } of written('code')) assert.equal(textOf(`a ${text} b`), `a ${value} b`);
    }
  });

  it('identifiers, plain words and comments: nothing but what they promise', () => {
    for (const { value, text } of written('ident')) assert.match(value, /^[A-Za-z_]\w*$/, text);
    for (const { value, text } of written('plain')) assert.ok(text === value && /^[\w./:@+-]+$/.test(text));
    for (const { value, text } of written('comment'))
      assert.ok(text === value && !/[\n\r]|\*\/|-->/.test(text));
  });

  it('every language for numbers, and none with an exponent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), (number) => {
        for (const helper of ['json', 'yaml', 'toml', 'py', 'js', 'plain'] as const)
          try {
            assert.equal(Number(emitters[helper]?.(number)), number === 0 ? 0 : number);
          } catch (error) {
            assert.ok(error instanceof RefusedValue && /e/.test(String(number)), String(number));
          }
      }),
    );
  });
});

/** BuildKit's rule for a double-quoted word: a backslash escapes `"`, `$` and itself, and nothing else. */
function shellWordOfBuildKit(text: string): string {
  assert.match(text, /^"[\s\S]*"$/);
  let out = '';
  for (let at = 1; at < text.length - 1; at++) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    assert.ok(character !== '"' && character !== '$', `open ${character}`);
    if (character === '\\' && /["$\\]/.test(next)) out += text.charAt(++at);
    else out += character;
  }
  return out;
}
