import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { conflictSides } from '../../../src/scaffold/merge/conflict-sides';
import { mergeText } from '../../../src/scaffold/merge/diff3';

const sides = { mine: 'yours', base: 'team/producer 1.0.0', theirs: 'team/producer 2.0.0' };

describe('the sides of a conflict', () => {
  it('are the three texts that were merged, where all of them differ in one place', () => {
    const base = 'a = 1\nb = 1\nc = 1\n';
    const mine = 'a = 1\nb = 2\nc = 1\n';
    const theirs = 'a = 1\nb = 3\nc = 1\n';
    const { text } = mergeText(base, mine, theirs, sides);
    assert.deepEqual(conflictSides(text), { mine, base, theirs, labels: sides, conflicts: 1 });
  });

  it('are also found where no base was kept', () => {
    const found = conflictSides('x\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> other\n');
    assert.equal(found?.mine, 'x\n1\n');
    assert.equal(found.base, 'x\n');
    assert.equal(found.theirs, 'x\n2\n');
  });

  it('are not made up for a text without whole markers', () => {
    for (const text of ['', 'a\n', 'Title\n=======\ntext\n', '<<<<<<< yours\na\n', '<<<<<<< a\n=======\n'])
      assert.equal(conflictSides(text), undefined, JSON.stringify(text));
  });

  it('keep the line endings of the file', () => {
    const { text } = mergeText('a\r\nb\r\n', 'a\r\nm\r\n', 'a\r\nt\r\n', sides);
    assert.equal(conflictSides(text)?.mine, 'a\r\nm\r\n');
    assert.equal(conflictSides(text)?.theirs, 'a\r\nt\r\n');
  });

  it('are found for every conflict and keep no marker, whatever the texts were', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', '=', '<'), { maxLength: 8 })
      .map((all) => all.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        const { text, conflicts } = mergeText(base, mine, theirs, sides);
        const found = conflictSides(text);
        assert.equal(found?.conflicts ?? 0, conflicts);
        for (const side of found ? [found.mine, found.theirs] : []) assert.doesNotMatch(side, /^[<>=|]{7}/m);
      }),
    );
  });
});
