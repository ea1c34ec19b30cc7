import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../../src/core';
import type { Finding, ViewId } from '../../src/core';
import { parts } from '../../src/parts';
import { allParts } from '../../src/snippets/expand';
import { reachableViews } from '../../src/snippets/fitting';
import { readLibrary } from '../../src/snippets/library';
import { SnippetError, parseSnippet } from '../../src/snippets/parse';
import { libraryExtension } from '../../src/snippets/snippet';
import { shipped, snippetFiles, snippetSources } from '../../src/tools/generate/snippets';
import type { SourceSnippet } from '../../src/tools/generate/snippet-source';
import { pythonFaults } from './snippet-languages';
import { haveSchemas, resourceFaults } from './snippet-schemas';
import { hostAlone, textsOf } from './snippet-texts';
import type { SnippetText } from './snippet-texts';
import { contested } from './snippets-contested';

const root = path.resolve(import.meta.dirname, '../..');
const wanted = process.env['TECHNOLOGY']?.split(',');
const sources = snippetSources(root);
const all = [...sources.values()].flat();
const skipped = new Map<string, number>();
let resourcesChecked = 0;
let textsRead = 0;

describe('snippets', () => {
  for (const [technology, snippets] of sources) {
    if (wanted && !wanted.includes(technology)) continue;
    describe(technology, () => {
      for (const snippet of snippets)
        it(`${snippet.prefix} is fit to be written`, () => check(snippet, technology));
      it('are Python that Python itself reads', function () {
        const texts = snippets.filter(({ format }) => format === 'python').flatMap(textsOf);
        const faults = texts.length === 0 ? [] : pythonFaults(texts);
        if (!faults) return (skip('no python3', texts.length), this.skip());
        faults.forEach((fault, index) => assert.equal(fault, null, describeText(texts[index])));
      });
    });
  }

  it('have prefixes of which none ends in another', () => {
    const prefixes = all.map(({ prefix }) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix) => !/^ai-[a-z0-9]+(?:-[a-z0-9]+)+$/.test(prefix)),
      [],
    );
    assert.equal(new Set(prefixes).size, prefixes.length, 'a prefix is there twice');
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length, 'a name is there twice');
    for (const one of prefixes)
      for (const other of prefixes)
        assert.ok(one === other || !one.endsWith(other), `"${one}" ends in "${other}"`);
  });

  it('are what the generator writes, and what the manifest contributes', () => {
    const files = snippetFiles(root);
    for (const [file, text] of files)
      assert.equal(
        readFileSync(path.join(root, file), 'utf8'),
        text,
        `stale: ${file} – run npm run generate`,
      );
    const there = readdirSync(path.join(root, 'snippets')).filter((name) => name.endsWith(libraryExtension));
    assert.deepEqual(there.map((name) => `snippets/${name}`).sort(), [...files.keys()].sort());
    assert.deepEqual(contributed(), [...files.keys()].sort());
    assert.deepEqual(
      [...files.values()].flatMap((text) => readLibrary(text)),
      all.map(shipped),
    );
  });

  it('can each be switched off by a setting', () => {
    assert.deepEqual(slugsOfSetting(), [...sources.keys()].sort());
  });

  it('are linked, chosen from or transformed in at least three of five', () => {
    const rich = all.filter((snippet) => Object.values(devicesOf(snippet)).some(Boolean));
    assert.ok(rich.length >= all.length * 0.6, `${rich.length} of ${all.length}`);
  });

  after(() => {
    const count = (test: (snippet: SourceSnippet) => boolean): string => {
      const found = all.filter(test).length;
      return `${found} (${Math.round((100 * found) / all.length)} %)`;
    };
    console.log(
      [
        `    ${all.length} snippets of ${sources.size} technologies; ${count(({ inserts }) => inserts === 'file')} are files`,
        `    linked ${count((s) => devicesOf(s).linked)}, choices ${count((s) => devicesOf(s).choice)}, ` +
          `transforms ${count((s) => devicesOf(s).transform)}, ` +
          `any of them ${count((s) => Object.values(devicesOf(s)).some(Boolean))}`,
        `    ${textsRead} texts read; ${resourcesChecked} custom resources valid by their schemas`,
        ...[...skipped].map(([what, times]) => `    skipped: ${what}, ${times} times`),
      ].join('\n'),
    );
  });
});

async function check(snippet: SourceSnippet, technology: string): Promise<void> {
  assert.equal(snippet.technology, technology, 'its technology is not that of its file');
  checkWords(snippet);
  checkStops(snippet);
  const usual = new Set((await findingsOf(snippet, hostAlone(snippet) ?? '')).map(({ rule }) => rule));
  const unwanted = new Map<string, string>();
  for (const text of textsOf(snippet)) {
    textsRead++;
    checkResources(text);
    for (const finding of await findingsOf(snippet, text.text, text)) {
      if (snippet.inserts === 'part' && !isOfSnippet(finding, text) && usual.has(finding.rule)) continue;
      if (finding.rule in contested || finding.rule in snippet.allows) continue;
      const said = `${finding.rule}, line ${finding.range.start.line + 1}: ${finding.message}`;
      if (!unwanted.has(said)) unwanted.set(said, `${said}\n${describeText(text)}`);
    }
  }
  assert.equal(unwanted.size, 0, `${[...unwanted.keys()].join('\n')}\n\n${[...unwanted.values()][0] ?? ''}`);
}

function checkWords({ name, description, source, inserts, into, body }: SourceSnippet): void {
  assert.match(description, /^[A-Z0-9“"`].{15,}[.`)]$/s, `not a sentence: ${description}`);
  assert.doesNotMatch(description, /\bplease\b|!$/i);
  assert.match(name, /^[A-Za-z0-9].{3,60}[^.]$/, `not a title: ${name}`);
  assert.match(source, /^https:\/\/\S+$/, `no https address: ${source}`);
  assert.equal(inserts === 'part', into !== undefined, 'a part says where it goes, a file does not');
  assert.doesNotMatch(body, /\t| $/m, 'a tab, or blanks at the end of a line');
}

/** Tab stops count from 1 without a gap, and each gets its text in one place only. */
function checkStops(snippet: SourceSnippet): void {
  let stops;
  try {
    stops = [...allParts(parseSnippet(snippet.body))];
  } catch (error) {
    if (error instanceof SnippetError) assert.fail(`${snippet.prefix}: ${error.message}`);
    throw error;
  }
  const numbers = [...new Set(stops.flatMap((part) => ('number' in part ? [part.number] : [])))];
  const expected = numbers.filter((number) => number > 0).sort((a, b) => a - b);
  assert.deepEqual(
    expected,
    expected.map((_, index) => index + 1),
    'tab stops have a gap',
  );
  const defined = stops.flatMap((p) => (p.type === 'placeholder' || p.type === 'choice' ? [p.number] : []));
  assert.equal(new Set(defined).size, defined.length, 'a tab stop has two defaults');
}

function checkResources(text: SnippetText): void {
  if (text.snippet.format !== 'yaml') return;
  if (!haveSchemas()) {
    skip('no schemas of custom resources', 1);
    return;
  }
  const { checked, faults } = resourceFaults(text.text);
  assert.deepEqual(faults, [], describeText(text));
  resourcesChecked += checked;
}

async function findingsOf(
  snippet: SourceSnippet,
  text: string,
  checked?: SnippetText,
): Promise<readonly Finding[]> {
  const project = new Project(parts, {
    today: '2026-11-23',
    closed: false,
    forced: { environment: 'prod', opinions: true },
  });
  const format = await project.prepare(snippet.path, snippet.languages[0]);
  if (!format) {
    skip(`no format reads ${snippet.format}`, 1);
    return [];
  }
  assert.equal(format.id, snippet.format, `${snippet.path} is read as ${format.id}`);
  const analysis = project.setFile(snippet.path, text, format);
  assert.deepEqual(analysis.failures(), []);
  if (checked) {
    const problems = analysis
      .problems()
      .map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
    assert.deepEqual(problems, [], describeText(checked));
    checkKinds(snippet, analysis.kinds());
  }
  return project.findingsOf(snippet.path);
}

/** What a snippet says it makes, or goes into, is what is recognised. */
function checkKinds(snippet: SourceSnippet, found: readonly ViewId[]): void {
  const views = new Set(found.flatMap((kind) => [...reachableViews(parts.registry, kind)]));
  const known = snippet.kinds.filter((kind) => {
    if (parts.registry.view(kind)) return true;
    const isPlanned = !parts.registry.technologies.some(({ slug }) => kind.startsWith(`${slug}/`));
    assert.ok(isPlanned, `${snippet.prefix}: there is no kind ${kind}`);
    skip(`no kind ${kind} yet`, 1);
    return false;
  });
  if (snippet.inserts === 'file')
    assert.deepEqual(
      known.filter((kind) => !views.has(kind)),
      [],
      `${snippet.prefix} is not of these kinds, but of ${found.join(', ')}`,
    );
  else
    assert.ok(
      known.length === 0 || known.some((kind) => views.has(kind)),
      `${snippet.prefix}: its host is none of its kinds, but ${found.join(', ')}`,
    );
}

function isOfSnippet({ range }: Finding, { lines }: SnippetText): boolean {
  return range.end.line >= lines.from && range.start.line < lines.to;
}

function devicesOf(snippet: SourceSnippet): { linked: boolean; choice: boolean; transform: boolean } {
  const pieces = [...allParts(parseSnippet(snippet.body))];
  const numbers = pieces.flatMap((part) => ('number' in part && part.number > 0 ? [part.number] : []));
  return {
    linked: new Set(numbers).size < numbers.length,
    choice: pieces.some(({ type }) => type === 'choice'),
    transform: pieces.some((part) => 'transform' in part && part.transform !== undefined),
  };
}

function contributed(): readonly string[] {
  const manifest = readManifest();
  return manifest.contributes.snippets.map((entry) => entry.path.replace(/^\.\//, '')).sort();
}

function slugsOfSetting(): readonly string[] {
  const properties = readManifest().contributes.configuration.map((group) => group.properties);
  const setting = properties.find((group) => 'aiPatterns.snippets.disabled' in group);
  return [...(setting?.['aiPatterns.snippets.disabled']?.items?.enum ?? [])].sort();
}

interface Manifest {
  readonly contributes: {
    readonly snippets: readonly { readonly path: string }[];
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly items?: { readonly enum?: readonly string[] } }>
      >;
    }[];
  };
}

function readManifest(): Manifest {
  // Its shape is what this test and VS Code go by; a manifest without these keys fails right here.
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
}

function skip(what: string, times: number): void {
  skipped.set(what, (skipped.get(what) ?? 0) + times);
}

function describeText(text: SnippetText | undefined): string {
  return text ? `${text.snippet.prefix} (${text.how})\n${text.text}` : '';
}
