import { strict as assert } from 'node:assert';
import { applyEdits, findEntry, resolve } from '../../../src/core';
import type { DocumentModel, Entry, MapNode, PlainValue, ResolvedNode, TreeNode } from '../../../src/core';
import { largestPython, pythonFormat } from '../../../src/formats/python/python';

const { edits } = pythonFormat;

function child(node: TreeNode | undefined, key: string | number): ResolvedNode | undefined {
  const parent = resolve(node);
  if (parent?.type === 'list') return resolve(parent.items[Number(key)]);
  return parent?.type === 'map' ? resolve(findEntry(parent, String(key))?.entry.value) : undefined;
}

function reach(node: TreeNode | undefined, ...path: (string | number)[]): ResolvedNode | undefined {
  return path.reduce<ResolvedNode | undefined>((at, key) => child(at, key), resolve(node));
}

function textAt(document: DocumentModel, ...path: (string | number)[]): string | undefined {
  const node = reach(document.root, ...path);
  return node?.type === 'scalar' ? node.text : undefined;
}

function names(document: DocumentModel): string[] {
  const calls = reach(document.root, 'calls');
  return calls?.type === 'list' ? calls.items.map((call) => scalarOf(child(call, 'resolved'))) : [];
}

function scalarOf(node: TreeNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

function mapAt(document: DocumentModel, ...path: (string | number)[]): MapNode {
  const node = reach(document.root, ...path);
  return node?.type === 'map' ? node : assert.fail();
}

function keyword(document: DocumentModel, key: string): { map: MapNode; entry: Entry } {
  const map = mapAt(document, 'calls', 0, 'keywords');
  return { map, entry: findEntry(map, key)?.entry ?? assert.fail(`no ${key}`) };
}

function inserted(text: string, key: string, value: PlainValue): string {
  const document = pythonFormat.parseTolerant(text);
  const done = edits.insert(document, mapAt(document, 'calls', 0, 'keywords'), key, value);
  return done ? applyEdits(text, done) : assert.fail('no edit');
}

function removed(text: string, key: string): string {
  const document = pythonFormat.parseTolerant(text);
  const { map, entry } = keyword(document, key);
  const done = edits.remove(document, map, entry);
  return done ? applyEdits(text, done) : assert.fail('no edit');
}

describe('format python', () => {
  before(() => pythonFormat.load());

  it('resolves what imports bind, aliases and plain modules alike', () => {
    const text =
      'import ray\nimport a.b as c\nfrom ray import tune as t\nfrom x.y import (p as q, r)\nt.run()\nray.init()\nc.d()\nq()\nr.s()\nz.w()\n';
    assert.deepEqual(names(pythonFormat.parseTolerant(text)), [
      'ray.tune.run',
      'ray.init',
      'a.b.d',
      'x.y.p',
      'x.y.r.s',
      'z.w',
    ]);
  });

  it('lists imports with the exact places of module and name', () => {
    const text = 'from ray.air import RunConfig as R, session\nimport numpy\n';
    const document = pythonFormat.parseTolerant(text);
    assert.equal(textAt(document, 'imports', 0, 'alias'), 'R');
    assert.equal(textAt(document, 'imports', 1, 'name'), 'session');
    assert.equal(textAt(document, 'imports', 2, 'module'), 'numpy');
    const span = reach(document.root, 'imports', 0, 'module')?.span ?? assert.fail();
    assert.equal(text.slice(span.start, span.end), 'ray.air');
  });

  it('follows a name that is assigned once to the result of a call', () => {
    const text =
      'import optuna\nstudy = optuna.create_study()\nstudy.optimize(f)\noptuna.create_study().optimize(f)\n';
    const found = names(pythonFormat.parseTolerant(text));
    assert.deepEqual(found.slice(1), [
      'optuna.create_study().optimize',
      'optuna.create_study().optimize',
      'optuna.create_study',
    ]);
  });

  it('does not follow a name that is assigned twice, or is a parameter too', () => {
    assert.deepEqual(names(pythonFormat.parseTolerant('s = a()\ns = b()\ns.go()\n')), ['a', 'b', 's.go']);
    assert.deepEqual(names(pythonFormat.parseTolerant('s = a()\ndef f(s):\n    s.go()\n')), ['a', 's.go']);
  });

  it('reads literals as trees and everything else as unknown', () => {
    const text = `f("a\\n", -1, 1e-5, True, None, [1, 'x'], {"k": (2,)}, g(1), h.i, f"{j}", "a" 'b', r"\\d", k + 1)\n`;
    const document = pythonFormat.parseTolerant(text);
    const at = (index: number): ResolvedNode | undefined =>
      reach(document.root, 'calls', 0, 'positional', index);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 10, 11].map((index) => scalarOf(at(index))),
      ['a\n', '-1', '1e-5', 'True', 'None', 'ab', '\\d'],
    );
    assert.equal(textAt(document, 'calls', 0, 'positional', 5, 1), 'x');
    assert.equal(textAt(document, 'calls', 0, 'positional', 6, 'k', 0), '2');
    assert.deepEqual(
      [7, 8, 9, 12].map((index) => at(index)?.tag),
      ['!call', '!name', '!format', '!expression'],
    );
    assert.deepEqual(
      [7, 8].map((index) => scalarOf(at(index))),
      ['g()', 'h.i'],
    );
  });

  it('reads a constant through its name, as an alias', () => {
    const document = pythonFormat.parseTolerant('URL = "sqlite:///a.db"\nf(storage=URL)\n');
    assert.equal(keyword(document, 'storage').entry.value.type, 'alias');
    assert.equal(textAt(document, 'calls', 0, 'keywords', 'storage'), 'sqlite:///a.db');
  });

  it('marks calls with spread arguments, and reads decorators as calls', () => {
    const document = pythonFormat.parseTolerant(
      'import ray\n@ray.remote(num_gpus=1)\ndef f(): pass\ng(a=1, **kw)\n',
    );
    assert.deepEqual(names(document), ['ray.remote', 'g']);
    assert.equal(textAt(document, 'calls', 0, 'spread'), undefined);
    assert.equal(textAt(document, 'calls', 1, 'spread'), 'true');
  });

  it('indexes calls by dotted name and by method', () => {
    const document = pythonFormat.parseTolerant('trial.report(1)\ntrial.report(2)\nreport(3)\n');
    const method = reach(document.root, 'byMethod', 'report');
    assert.equal(method?.type === 'list' ? method.items.length : 0, 2);
    assert.equal(textAt(document, 'byName', 'report', 0, 'positional', 0), '3');
  });

  it('tells which function a call stands in', () => {
    const document = pythonFormat.parseTolerant(
      'a()\ndef f():\n    b()\n    def g():\n        c()\n    d()\n',
    );
    const within = [0, 1, 2, 3].map((index) => textAt(document, 'calls', index, 'within'));
    assert.equal(within[0], '');
    assert.equal(within[1], within[3]);
    assert.notEqual(within[1], within[2]);
  });

  it('leaves out calls that are half typed, and reads the rest', () => {
    const text = 'import optuna\nstudy.optimize(obj, \nother = 1\nlater(2)\n';
    const document = pythonFormat.parseTolerant(text);
    assert.deepEqual(document.problems, []);
    assert.ok(document.templated);
    assert.equal(pythonFormat.parse(text), undefined);
    assert.ok(!names(document).includes('study.optimize'));
  });

  it('takes a bare yield and a number that ends in a dot for what they are', () => {
    const numbers = pythonFormat.parse('f(x=1., y=[2.])\n') ?? assert.fail();
    assert.equal(textAt(numbers, 'calls', 0, 'keywords', 'x'), '1.');
    const document = pythonFormat.parse('def f():\n    try:\n        yield\n    finally:\n        g()\n');
    assert.equal(document?.templated, false);
  });

  it('lists strings without documentation, and f-strings apart', () => {
    const document = pythonFormat.parseTolerant('"""doc"""\nx = "a"\ny = f"b{x}"\nz = "c" "d"\n');
    assert.equal(textAt(document, 'strings', 0), 'a');
    assert.equal(textAt(document, 'strings', 1), 'cd');
    assert.equal(textAt(document, 'strings', 2), undefined);
    assert.equal(textAt(document, 'formatted', 0), 'f"b{x}"');
  });

  it('keeps offsets with a byte order mark, CRLF and characters of two units', () => {
    const text = '\uFEFFx = "😀"\r\ncall(key="v")\r\n';
    const { entry } = keyword(pythonFormat.parseTolerant(text), 'key');
    assert.equal(text.slice(entry.keySpan.start, entry.value.span.end), 'key="v"');
  });

  it('reads nothing of very long files and binaries', () => {
    assert.equal(pythonFormat.parse('f()\n'.repeat(largestPython / 4) + 'f()')?.root, undefined);
    assert.equal(pythonFormat.parse('f()\0')?.root, undefined);
  });

  it('bears deep nesting, long chains and empty text', () => {
    for (const text of [
      '',
      '['.repeat(20_000),
      'f('.repeat(20_000),
      `a${'.b()'.repeat(5_000)}`,
      `x = ${'a+'.repeat(20_000)}a`,
    ]) {
      assert.doesNotThrow(() => pythonFormat.parseTolerant(text));
    }
  });

  it('bears every beginning of a file, with spans inside it', () => {
    const text =
      'from ray import tune as t\n@r.d(a=1)\ndef f(x=[1, {"k": "v"}], *y):\n    """doc"""\n    z = t.Tuner(f, a="b" \'c\', **k).fit()  # note\n';
    for (let end = 0; end <= text.length; end++) {
      const part = text.slice(0, end);
      const document = pythonFormat.parseTolerant(part);
      assert.ok(
        spansOf(document.root).every(({ start, end: stop }) => start >= 0 && start <= stop && stop <= end),
        part,
      );
      pythonFormat.comments(part);
    }
  });

  it('finds comments with their places, not those inside strings', () => {
    const text = 'a = 1  # one\nb = "# no"\n';
    assert.deepEqual(pythonFormat.comments(text), [{ text: '# one', span: { start: 7, end: 12 } }]);
  });

  it('adds a keyword argument in the manner of the call', () => {
    assert.equal(inserted('f()\n', 'n', 1), 'f(n=1)\n');
    assert.equal(inserted('f(a, b=2) # c\n', 'n', true), 'f(a, b=2, n=True) # c\n');
    assert.equal(inserted('f(a,)\n', 'n', 'x'), 'f(a, n="x",)\n');
    assert.equal(
      inserted('f(\n    a,\n    b=2,  # two\n)\n', 'n', 1),
      'f(\n    a,\n    b=2,  # two\n    n=1,\n)\n',
    );
    assert.equal(
      inserted('f(\n    a,\n    b=2  # two\n)\n', 'n', 1),
      'f(\n    a,\n    b=2,  # two\n    n=1\n)\n',
    );
    assert.equal(inserted("f('a')\n", 'n', "it's"), "f('a', n='it\\'s')\n");
  });

  it('takes a keyword argument away with its comma', () => {
    assert.equal(removed('f(a=1, b=2, c=3)\n', 'b'), 'f(a=1, c=3)\n');
    assert.equal(removed('f(a=1, b=2)\n', 'b'), 'f(a=1)\n');
    assert.equal(removed('f(b=2)\n', 'b'), 'f()\n');
    assert.equal(removed('f(\n    a=1,\n    b=2,\n)\n', 'b'), 'f(\n    a=1,\n)\n');
  });

  it('renames keywords and sets literals in their own quotes', () => {
    const text = "f(local_dir='/mnt/r')\n";
    const document = pythonFormat.parseTolerant(text);
    const { entry } = keyword(document, 'local_dir');
    assert.equal(
      applyEdits(text, edits.renameKey(document, entry, 'storage_path') ?? []),
      "f(storage_path='/mnt/r')\n",
    );
    const value = entry.value.type === 'scalar' ? entry.value : assert.fail();
    assert.equal(
      applyEdits(text, edits.setScalar(document, value, 'gs://b') ?? []),
      "f(local_dir='gs://b')\n",
    );
  });
});

function spansOf(node: TreeNode | undefined): { start: number; end: number }[] {
  if (!node) return [];
  if (node.type === 'map')
    return [node.span, ...node.entries.flatMap((entry) => [entry.keySpan, ...spansOf(entry.value)])];
  if (node.type === 'list') return [node.span, ...node.items.flatMap(spansOf)];
  return [node.span];
}
