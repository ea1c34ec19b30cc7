import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { LineIndex, TextSlices } from '../../../src/core';
import type { Position } from '../../../src/core';

const three = 'a: 1\n---\nb: 2\n---\nc: 3\n';

describe('text in sub-documents', () => {
  it('is cut at separators, each with its own part', () => {
    assert.deepEqual(
      new TextSlices(three, true).slices.map(({ text }) => text),
      ['a: 1\n', '---\nb: 2\n', '---\nc: 3\n'],
    );
  });

  it('is not cut at dashes that are no separator', () => {
    for (const text of ['a: |\n  ---\n', 'a: b\n----\n', 'x\n---y\n'])
      assert.equal(new TextSlices(text, true).slices.length, 1);
  });

  it('is one part in formats without sub-documents', () => {
    assert.equal(new TextSlices(three, false).slices.length, 1);
  });

  it('keeps the parts that an edit does not touch', () => {
    const slices = new TextSlices(three, true);
    const [first, , third] = slices.slices;
    const at = { line: 2, character: 3 };
    slices.apply({ start: at, end: { line: 2, character: 4 }, text: '22' });
    assert.equal(slices.text(), 'a: 1\n---\nb: 22\n---\nc: 3\n');
    assert.equal(slices.slices[0], first);
    assert.equal(slices.slices[2], third);
  });

  it('joins two parts when their separator is taken away', () => {
    const slices = new TextSlices(three, true);
    slices.apply({ start: { line: 1, character: 0 }, end: { line: 2, character: 0 }, text: '' });
    assert.deepEqual(
      slices.slices.map(({ text }) => text),
      ['a: 1\nb: 2\n', '---\nc: 3\n'],
    );
  });

  it('has the same text and the same cuts after any edits as a file read whole', () => {
    const piece = fc.constantFrom('a: 1\n', '---\n', '--- # c\n', '-', '\n', 'x', '----\n', '\r\n', 'é😀');
    const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    const edit = fc.tuple(fc.nat(60), fc.nat(12), text);
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const slices = new TextSlices(start, true);
        let whole = start;
        for (const [from, length, insert] of edits) {
          const begin = Math.min(from, whole.length);
          const end = Math.min(begin + length, whole.length);
          slices.apply({ start: positionOf(whole, begin), end: positionOf(whole, end), text: insert });
          whole = whole.slice(0, begin) + insert + whole.slice(end);
        }
        assert.equal(slices.text(), whole);
        assert.deepEqual(
          slices.slices.map((slice) => slice.text),
          new TextSlices(whole, true).slices.map((slice) => slice.text),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a line index', () => {
  it('gives the position of every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++)
          assert.deepEqual(index.position(offset), positionOf(text, offset));
      }),
    );
  });
});

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}
