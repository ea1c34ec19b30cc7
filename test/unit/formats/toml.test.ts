import assert from 'node:assert/strict';
import type { PlainValue } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/span';
import { tomlFormat } from '../../../src/formats/toml/toml';
import { entryAt, listAt, mapAt, nodeAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const good = `# project
title = "a \\u0041🙂" # why
[project]
name = 'x'
dependencies = [
  "torch==2.1", # pinned
  "ray",
]
[tool.ruff]
line-length = 1_00
lint.select = ["E"]
options = { strict = true, "a b" = 1.5 }
[[tool.mypy.overrides]]
module = "m"
[[tool.mypy.overrides]]
when = 1979-05-27T07:32:00Z
text = """
# no comment
[not.a.table]
x = 1
"""
`;

const read = tomlFormat.parseTolerant.bind(tomlFormat);

const insertAt = (text: string, path: string[], key: string, value: PlainValue): string => {
  const document = read(text);
  const edits = tomlFormat.edits.insert(document, mapAt(document, ...path), key, value);
  return edits ? applyEdits(text, edits) : 'no edit';
};

const removeFrom = (text: string, ...path: string[]): string => {
  const document = read(text);
  const edits = tomlFormat.edits.remove(
    document,
    mapAt(document, ...path.slice(0, -1)),
    entryAt(document, ...path),
  );
  return edits ? applyEdits(text, edits) : 'no edit';
};

describe('format toml', () => {
  it('says what to do when it is not loaded', async () => {
    assert.throws(() => tomlFormat.parse('a = 1'), /await tomlFormat\.load\(\)/);
    await tomlFormat.load();
    assert.deepEqual(plainOf(tomlFormat.parse('a = 1')?.root), { a: '1' });
  });

  it('reads tables, arrays of tables, dotted keys and inline tables', () => {
    assert.deepEqual(plainOf(tomlFormat.parse(good)?.root), {
      title: 'a A🙂',
      project: { name: 'x', dependencies: ['torch==2.1', 'ray'] },
      tool: {
        ruff: { 'line-length': '1_00', lint: { select: ['E'] }, options: { strict: 'true', 'a b': '1.5' } },
        mypy: {
          overrides: [
            { module: 'm' },
            { when: '1979-05-27T07:32:00Z', text: '# no comment\n[not.a.table]\nx = 1\n' },
          ],
        },
      },
    });
  });

  it('gives exact spans, with a byte order mark too', () => {
    const text = `\uFEFF${good}`;
    const document = read(text);
    assert.deepEqual(document.problems, []);
    assert.equal(sliceOf(text, scalarIn(document, 'title').span), '"a \\u0041🙂"');
    assert.equal(scalarIn(document, 'project', 'name').style, 'single');
    assert.equal(sliceOf(text, entryAt(document, 'tool', 'ruff').keySpan), 'ruff');
    assert.equal(sliceOf(text, entryAt(document, 'tool', 'ruff', 'lint', 'select').keySpan), 'select');
    assert.equal(sliceOf(text, entryAt(document, 'tool', 'ruff', 'options', 'a b').keySpan), '"a b"');
    assert.equal(sliceOf(text, nodeAt(document, 'project', 'dependencies', 1).span), '"ray"');
  });

  it('finds comments outside strings', () => {
    assert.deepEqual(
      tomlFormat.comments(good).map(({ text }) => text),
      ['# project', '# why', '# pinned'],
    );
  });

  it('reads what stands before and behind broken statements', () => {
    const text = 'a = 1\nb = \n[t]\nc = [1,\nd = "x"\ne = 2\n[u.]\nlost = 1\n[v]\nf = 3\n';
    const document = read(text);
    assert.deepEqual(plainOf(document.root), { a: '1', t: { d: 'x', e: '2' }, v: { f: '3' } });
    assert.equal(document.problems.length, 3);
    assert.equal(document.templated, true);
    assert.equal(tomlFormat.parse(text), undefined);
  });

  it('says where the first error stands', () => {
    const text = 'a = 1\nbcd = ?\n';
    assert.equal(sliceOf(text, read(text).problems[0]?.span), '?');
  });

  it('sets values and leaves every other byte', () => {
    const document = read(good);
    const { edits } = tomlFormat;
    const set = (path: string[], value: PlainValue): string =>
      applyEdits(good, edits.setScalar(document, scalarIn(document, ...path), value) ?? []);
    assert.equal(set(['title'], 'q"'), good.replace('"a \\u0041🙂"', '"q\\""'));
    assert.equal(set(['project', 'name'], 'y'), good.replace("'x'", "'y'"));
    assert.equal(set(['tool', 'ruff', 'line-length'], 120), good.replace('1_00', '120'));
    const replaced = edits.replace(document, entryAt(document, 'project', 'dependencies'), ['a', { b: 1 }]);
    assert.match(applyEdits(good, replaced ?? []), /^dependencies = \["a", \{ b = 1 \}\]$/m);
    assert.equal(edits.setScalar(document, scalarIn(document, 'title'), null), undefined);
  });

  it('inserts into tables, dotted tables and inline tables', () => {
    assert.equal(
      insertAt('[a]\r\n  b = 1 # x\r\n[c]', ['a'], 'd e', true),
      '[a]\r\n  b = 1 # x\r\n  "d e" = true\r\n[c]',
    );
    assert.equal(insertAt('a.b = 1', ['a'], 'c', 2), 'a.b = 1\na.c = 2');
    assert.equal(insertAt('[a]\n[c]\n', ['a'], 'd', 1), '[a]\nd = 1\n[c]\n');
    assert.equal(insertAt('a = { b = 1 }', ['a'], 'c', 2), 'a = { b = 1, c = 2 }');
    assert.equal(insertAt('a = {}', ['a'], 'c', 2), 'a = {c = 2}');
    assert.equal(insertAt('a = 1\n', [], 'a', 2), 'no edit');
  });

  it('removes lines and members', () => {
    assert.equal(removeFrom(good, 'title'), good.replace(/^title.*\n/m, ''));
    assert.equal(
      removeFrom(good, 'project', 'dependencies'),
      good.replace(/^dependencies[\s\S]*?\n\]\n/m, ''),
    );
    assert.equal(removeFrom(good, 'tool', 'ruff', 'options', 'strict'), good.replace('strict = true, ', ''));
    assert.equal(removeFrom(good, 'tool'), 'no edit');
  });

  it('appends to an array and removes from it', () => {
    const document = read(good);
    const list = listAt(document, 'project', 'dependencies');
    const { edits } = tomlFormat;
    assert.equal(
      applyEdits(good, edits.append(document, list, 'numpy') ?? []),
      good.replace('  "ray",\n', '  "ray",\n  "numpy",\n'),
    );
    const [first] = list.items;
    assert.equal(
      applyEdits(good, (first && edits.removeItem(document, list, first)) ?? []),
      good.replace('  "torch==2.1", # pinned\n', ''),
    );
  });

  it('renames a key', () => {
    const document = read(good);
    const edits = tomlFormat.edits.renameKey(
      document,
      entryAt(document, 'tool', 'ruff', 'lint', 'select'),
      'ignore',
    );
    assert.equal(applyEdits(good, edits ?? []), good.replace('lint.select', 'lint.ignore'));
  });

  it('survives half-typed and hostile text', async () => {
    await tomlFormat.load();
    holdsForEveryCut(tomlFormat, good);
    holdsForHostileText(tomlFormat);
  }).timeout(60_000);
});
