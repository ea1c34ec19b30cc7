import assert from 'node:assert/strict';
import type { PlainValue } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/span';
import { jsonFormat } from '../../../src/formats/json/json';
import { entryAt, listAt, mapAt, nodeAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const good = `{
  // the connector
  "name": "sink \\u0041🙂",
  "config": {
    "tasks.max": 2, /* two */
    "topics": ["a", "b"],
    "flag": true,
    "none": null
  }
}
`;

const insertAt = (text: string, path: string[], key: string, value: PlainValue): string => {
  const document = jsonFormat.parseTolerant(text);
  const edits = jsonFormat.edits.insert(document, mapAt(document, ...path), key, value);
  return edits ? applyEdits(text, edits) : 'no edit';
};

const removeFrom = (text: string, ...path: string[]): string => {
  const document = jsonFormat.parseTolerant(text);
  const edits = jsonFormat.edits.remove(
    document,
    mapAt(document, ...path.slice(0, -1)),
    entryAt(document, ...path),
  );
  return edits ? applyEdits(text, edits) : 'no edit';
};

describe('format json', () => {
  it('reads maps, lists and scalars, with comments between', () => {
    const document = jsonFormat.parse(good);
    assert.deepEqual(plainOf(document?.root), {
      name: 'sink A🙂',
      config: { 'tasks.max': '2', topics: ['a', 'b'], flag: 'true', none: 'null' },
    });
  });

  it('gives exact spans and styles', () => {
    const document = jsonFormat.parseTolerant(`\uFEFF${good}`);
    const name = scalarIn(document, 'name');
    assert.equal(sliceOf(document.text, name.span), '"sink \\u0041🙂"');
    assert.equal(name.style, 'double');
    assert.equal(sliceOf(document.text, entryAt(document, 'config', 'tasks.max').keySpan), '"tasks.max"');
    assert.equal(scalarIn(document, 'config', 'flag').style, 'plain');
    assert.equal(sliceOf(document.text, nodeAt(document, 'config', 'topics').span), '["a", "b"]');
  });

  it('finds comments', () => {
    assert.deepEqual(
      jsonFormat.comments(good).map(({ text }) => text),
      ['// the connector', '/* two */'],
    );
  });

  it('reads what it can of broken text and says that absence proves nothing', () => {
    const text = '{"a": 1, "b": {"c": "x';
    assert.equal(jsonFormat.parse(text), undefined);
    const document = jsonFormat.parseTolerant(text);
    assert.deepEqual(plainOf(document.root), { a: '1', b: { c: 'x' } });
    assert.equal(document.templated, true);
    assert.deepEqual(
      document.masked.map((span) => sliceOf(text, span)),
      ['"x'],
    );
  });

  it('drops a key whose colon is not typed, and gives an empty value to one with a colon', () => {
    assert.deepEqual(plainOf(jsonFormat.parseTolerant('{"a": 1, "b"}').root), { a: '1' });
    assert.deepEqual(plainOf(jsonFormat.parseTolerant('{"a": 1, "b": }').root), { a: '1', b: '' });
  });

  it('masks nothing in whole text and takes braces in strings as text', () => {
    const document = jsonFormat.parseTolerant('{"legend": "{{instance}}"}');
    assert.equal(document.templated, false);
    assert.deepEqual(document.masked, []);
  });

  it('has no root for an empty file', () => {
    assert.equal(jsonFormat.parseTolerant(' \n').root, undefined);
    assert.deepEqual(jsonFormat.parseTolerant('').problems, []);
  });

  it('sets a scalar and leaves every other byte', () => {
    const document = jsonFormat.parseTolerant(good);
    const edits = jsonFormat.edits.setScalar(document, scalarIn(document, 'config', 'tasks.max'), '3"');
    assert.equal(applyEdits(good, edits ?? []), good.replace('2,', '"3\\"",'));
  });

  it('replaces a value by a structure in the indentation of the file', () => {
    const text = '{\r\n    "a": {\r\n        "b": 1\r\n    }\r\n}\r\n';
    const document = jsonFormat.parseTolerant(text);
    const edits = jsonFormat.edits.replace(document, entryAt(document, 'a', 'b'), { c: [1] });
    const after = applyEdits(text, edits ?? []);
    assert.equal(
      after,
      text.replace('1', '{\r\n            "c": [\r\n                1\r\n            ]\r\n        }'),
    );
  });

  it('inserts after the last member', () => {
    assert.equal(insertAt('{"a": 1}', [], 'b', 'x'), '{"a": 1, "b": "x"}');
    assert.equal(insertAt('{}', [], 'b', 2), '{"b": 2}');
    assert.equal(insertAt('{\n  "a": {}\n}', ['a'], 'b', 2), '{\n  "a": {\n    "b": 2\n  }\n}');
    assert.equal(insertAt('{\n  "a": 1\n}', [], 'b', 2), '{\n  "a": 1,\n  "b": 2\n}');
    assert.equal(insertAt('{\n  "a": 1, // one\n}', [], 'b', 2), '{\n  "a": 1, // one\n  "b": 2,\n}');
    assert.equal(insertAt('{\n  "a": 1 // one, two\n}', [], 'b', 2), '{\n  "a": 1, // one, two\n  "b": 2\n}');
  });

  it('inserts no key twice and nothing into an unclosed map', () => {
    assert.equal(insertAt('{"a": 1}', [], 'a', 2), 'no edit');
    assert.equal(insertAt('{"a": 1', [], 'b', 2), 'no edit');
  });

  it('removes a member with its comma, its comment and its line', () => {
    assert.equal(removeFrom('{"a": 1, "b": 2}', 'a'), '{"b": 2}');
    assert.equal(removeFrom('{"a": 1, "b": 2}', 'b'), '{"a": 1}');
    assert.equal(removeFrom('{ "a": 1 }', 'a'), '{  }');
    assert.equal(removeFrom('{\n  "a": 1, // one\n  "b": 2\n}', 'a'), '{\n  "b": 2\n}');
    assert.equal(removeFrom('{\n  "a": 1, // one\n  "b": 2\n}', 'b'), '{\n  "a": 1 // one\n}');
  });

  it('appends to a list and removes from it', () => {
    const document = jsonFormat.parseTolerant(good);
    const topics = listAt(document, 'config', 'topics');
    const appended = applyEdits(good, jsonFormat.edits.append(document, topics, 'c') ?? []);
    assert.equal(appended, good.replace('"b"]', '"b", "c"]'));
    const removed = jsonFormat.edits.removeItem(document, topics, nodeAt(document, 'config', 'topics', 0));
    assert.equal(applyEdits(good, removed ?? []), good.replace('"a", ', ''));
  });

  it('renames a key', () => {
    const document = jsonFormat.parseTolerant(good);
    const edits = jsonFormat.edits.renameKey(document, entryAt(document, 'config', 'flag'), 'x');
    assert.equal(applyEdits(good, edits ?? []), good.replace('"flag"', '"x"'));
  });

  it('gives a text that reads as edited, wherever a key is removed', () => {
    const document = jsonFormat.parseTolerant(good);
    for (const entry of mapAt(document, 'config').entries) {
      const after = jsonFormat.parse(removeFrom(good, 'config', entry.key));
      const keys = after && mapAt(after, 'config').entries.map(({ key }) => key);
      assert.deepEqual(
        keys,
        ['tasks.max', 'topics', 'flag', 'none'].filter((key) => key !== entry.key),
      );
    }
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(jsonFormat, good);
    holdsForHostileText(jsonFormat);
  }).timeout(60_000);
});
