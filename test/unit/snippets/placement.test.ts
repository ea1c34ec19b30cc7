import { strict as assert } from 'node:assert';
import { placeSnippet } from '../../../src/snippets/placement';

/** Puts a body where `|` stands, and gives the text afterwards. */
function inserted(text: string, body: string, inserts: 'file' | 'part', format: 'yaml' | 'properties' = 'yaml'): string {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  const cursor = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const lines = text.replace('|', '').split('\n');
  const { start, end, body: placed } = placeSnippet({ body, format, inserts }, lines, cursor);
  const head = [...lines.slice(0, start.line), (lines[start.line] ?? '').slice(0, start.character)].join('\n');
  const tail = [(lines[end.line] ?? '').slice(end.character), ...lines.slice(end.line + 1)].join('\n');
  return head + placed + tail;
}

describe('a snippet is put', () => {
  it('into an empty file as all of it', () => {
    assert.equal(inserted('\n|  \n', 'a: 1', 'file'), 'a: 1\n$0');
  });

  it('at the depth of a blank line that has one', () => {
    assert.equal(inserted('spec:\n    |\nend: 1', 'a:\n  b: 1', 'part'), 'spec:\n    a:\n      b: 1\nend: 1');
  });

  it('below the key above, where a blank line has no depth', () => {
    assert.equal(inserted('spec:\n  predictor: # here\n|', 'a: 1\nb: 2', 'part'), 'spec:\n  predictor: # here\n    a: 1\n    b: 2');
  });

  it('level with the keys of a list item', () => {
    assert.equal(inserted('list:\n  - name: x|', 'a: 1', 'part'), 'list:\n  - name: x\n    a: 1');
  });

  it('on a line of its own after a line that says something', () => {
    assert.equal(inserted('a=1\nb=|2\nc=3', 'x=1\ny=2', 'part', 'properties'), 'a=1\nb=2\nx=1\ny=2\nc=3');
  });

  it('without blanks on its empty lines', () => {
    assert.equal(inserted('spec:\n|', 'a: 1\n\nb: 2', 'part'), 'spec:\n  a: 1\n\n  b: 2');
  });

  it('as one more document at the end', () => {
    assert.equal(inserted('kind: |A\nx: 1\n\n', 'kind: B', 'file'), 'kind: A\nx: 1\n---\nkind: B\n');
  });

  it('as one more document between two', () => {
    assert.equal(inserted('kind: |A\n---\nkind: C\n', 'kind: B', 'file'), 'kind: A\n---\nkind: B\n---\nkind: C\n');
  });

  it('into an empty document, without a second mark', () => {
    assert.equal(inserted('kind: A\n---\n|\n---\nkind: C\n', 'kind: B', 'file'), 'kind: A\n---\nkind: B\n---\nkind: C\n');
    assert.equal(inserted('kind: A\n---|', 'kind: B', 'file'), 'kind: A\n---\nkind: B\n');
  });
});
