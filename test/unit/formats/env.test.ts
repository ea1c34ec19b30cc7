import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/span';
import { envFormat } from '../../../src/formats/env/env';
import { entryAt, mapAt, pairsOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = envFormat.parseTolerant.bind(envFormat);

const good = `# top
A=1
export B = two words # note
C='single # not'
D="a\\nb \\"q\\"" # after
E=http://x/#frag
EMPTY=
MULTI="one
two"
HANDED_ON
F=\${A}x
`;

describe('format env', () => {
  it('reads keys, quotes, comments and export', () => {
    assert.deepEqual(pairsOf(read(good)), [
      ['A', '1'],
      ['B', 'two words'],
      ['C', 'single # not'],
      ['D', 'a\nb "q"'],
      ['E', 'http://x/#frag'],
      ['EMPTY', ''],
      ['MULTI', 'one\ntwo'],
      ['F', '${A}x'],
    ]);
    assert.notEqual(envFormat.parse(good), undefined);
  });

  it('gives exact spans', () => {
    const text = `\uFEFF${good.replaceAll('\n', '\r\n')}`;
    const document = read(text);
    assert.equal(sliceOf(text, entryAt(document, 'B').keySpan), 'B');
    assert.equal(sliceOf(text, scalarIn(document, 'B').span), 'two words');
    assert.equal(sliceOf(text, scalarIn(document, 'C').span), "'single # not'");
    assert.equal(sliceOf(text, scalarIn(document, 'EMPTY').span), '');
    assert.equal(text.slice(0, scalarIn(document, 'EMPTY').span.start).endsWith('EMPTY='), true);
    assert.equal(scalarIn(document, 'D').style, 'double');
  });

  it('finds comments', () => {
    assert.deepEqual(
      envFormat.comments(good).map(({ text }) => text),
      ['# top', '# note', '# after'],
    );
  });

  it('says what is no variable, and does not trust an open quote', () => {
    const text = 'A=1\n1 b\nC="x\nD=2\n';
    const document = read(text);
    assert.deepEqual(
      document.problems.map(({ span }) => sliceOf(text, span)),
      ['1 b', '"'],
    );
    assert.deepEqual(
      document.masked.map((span) => sliceOf(text, span)),
      ['"x'],
    );
    assert.equal(scalarIn(document, 'D').text, '2');
    assert.equal(envFormat.parse(text), undefined);
  });

  it('sets, inserts, removes and renames and leaves every other byte', () => {
    const document = read(good);
    const { edits } = envFormat;
    const done = (change: ReturnType<typeof edits.insert>): string =>
      change ? applyEdits(good, change) : 'no edit';
    assert.equal(
      done(edits.setScalar(document, scalarIn(document, 'C'), 'x')),
      good.replace('single # not', 'x'),
    );
    assert.equal(
      done(edits.setScalar(document, scalarIn(document, 'A'), 'x y')),
      good.replace('A=1', 'A="x y"'),
    );
    assert.equal(done(edits.setScalar(document, scalarIn(document, 'A'), '$x')), 'no edit');
    assert.equal(done(edits.insert(document, mapAt(document), 'G', 2)), `${good}G=2\n`);
    assert.equal(done(edits.insert(document, mapAt(document), 'A', 2)), 'no edit');
    assert.equal(
      done(edits.remove(document, mapAt(document), entryAt(document, 'MULTI'))),
      good.replace('MULTI="one\ntwo"\n', ''),
    );
    assert.equal(done(edits.renameKey(document, entryAt(document, 'B'), 'X')), good.replace('B =', 'X ='));
  });

  it('writes values that read back the same, or none', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const document = read('A=1\nKEY=old # c\nB=2\n');
        const change = envFormat.edits.setScalar(document, scalarIn(document, 'KEY'), value);
        if (!change) return;
        const after = read(applyEdits(document.text, change));
        assert.deepEqual(pairsOf(after), [
          ['A', '1'],
          ['KEY', value],
          ['B', '2'],
        ]);
      }),
    );
  }).timeout(60_000);

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(envFormat, good);
    holdsForHostileText(envFormat);
  }).timeout(60_000);
});
