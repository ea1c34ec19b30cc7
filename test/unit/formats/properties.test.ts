import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/span';
import { propertiesFormat } from '../../../src/formats/properties/properties';
import { entryAt, mapAt, pairsOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const good =
  '# broker\nbroker.id=1\n! two\nlog.dirs = /var/\\\n    lib/kafka\nempty=\nnaked\nname:a\\u0062\\tc\n';

describe('format properties', () => {
  it('reads keys, separators, escapes and continuations as Java does', () => {
    assert.deepEqual(pairsOf(propertiesFormat.parseTolerant(good)), [
      ['broker.id', '1'],
      ['log.dirs', '/var/lib/kafka'],
      ['empty', ''],
      ['naked', ''],
      ['name', 'ab\tc'],
    ]);
  });

  it('gives spans that cover exactly the key and the value', () => {
    const text = '\uFEFFa.b = x y\r\nc\\:d=\\\r\n   e\r\nlast=';
    const document = propertiesFormat.parseTolerant(text);
    assert.equal(sliceOf(text, entryAt(document, 'a.b').keySpan), 'a.b');
    assert.equal(sliceOf(text, scalarIn(document, 'a.b').span), 'x y');
    assert.equal(sliceOf(text, entryAt(document, 'c:d').keySpan), 'c\\:d');
    assert.equal(sliceOf(text, scalarIn(document, 'c:d').span), 'e');
    assert.equal(scalarIn(document, 'c:d').text, 'e');
    assert.deepEqual(scalarIn(document, 'last').span, { start: text.length, end: text.length });
  });

  it('keeps duplicate keys in order', () => {
    assert.deepEqual(pairsOf(propertiesFormat.parseTolerant('a=1\nb=2\na=3')), [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ]);
  });

  it('refuses a malformed unicode escape at its place, as Java does', () => {
    const text = 'a=1\nb=x\\u12z\n';
    assert.equal(propertiesFormat.parse(text), undefined);
    const { problems, root } = propertiesFormat.parseTolerant(text);
    assert.equal(problems.length, 1);
    assert.equal(sliceOf(text, problems[0]?.span), '\\u12z');
    assert.equal(root?.type, 'map');
    assert.notEqual(propertiesFormat.parse('b=x\\\\u12z'), undefined);
  });

  it('finds comments', () => {
    assert.deepEqual(
      propertiesFormat.comments(good).map((comment) => comment.text),
      ['# broker', '! two'],
    );
  });

  it('has no root for an empty file', () => {
    assert.equal(propertiesFormat.parseTolerant('\n# only this\n').root, undefined);
  });

  it('sets a value and leaves every other byte', () => {
    const document = propertiesFormat.parseTolerant(good);
    const edits = propertiesFormat.edits.setScalar(document, scalarIn(document, 'log.dirs'), '/data');
    assert.equal(applyEdits(good, edits ?? []), good.replace('/var/\\\n    lib/kafka', '/data'));
  });

  it('writes the separator that a naked key lacks', () => {
    const document = propertiesFormat.parseTolerant('naked');
    const edits = propertiesFormat.edits.setScalar(document, scalarIn(document, 'naked'), 7);
    assert.equal(applyEdits('naked', edits ?? []), 'naked=7');
  });

  it('inserts after the last line in the style of the file', () => {
    const insertedInto = (text: string): string => {
      const document = propertiesFormat.parseTolerant(text);
      return applyEdits(text, propertiesFormat.edits.insert(document, mapAt(document), 'acks', 'all') ?? []);
    };
    assert.equal(insertedInto('a = 1\r\n# end\r\n'), 'a = 1\r\nacks = all\r\n# end\r\n');
    assert.equal(insertedInto('a=1'), 'a=1\nacks=all');
    assert.equal(insertedInto('acks=1'), 'acks=1');
  });

  it('removes a whole logical line', () => {
    const document = propertiesFormat.parseTolerant(good);
    const edits = propertiesFormat.edits.remove(document, mapAt(document), entryAt(document, 'log.dirs'));
    assert.equal(applyEdits(good, edits ?? []), good.replace('log.dirs = /var/\\\n    lib/kafka\n', ''));
  });

  it('renames a key', () => {
    const document = propertiesFormat.parseTolerant('a.b = 1');
    const edits = propertiesFormat.edits.renameKey(document, entryAt(document, 'a.b'), 'c d');
    assert.equal(applyEdits('a.b = 1', edits ?? []), 'c\\ d = 1');
  });

  it('writes any value so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const document = propertiesFormat.parseTolerant('x=1\nkey=old\ny=2\n');
        const edits = propertiesFormat.edits.setScalar(document, scalarIn(document, 'key'), value);
        const after = applyEdits(document.text, edits ?? []);
        assert.deepEqual(pairsOf(propertiesFormat.parseTolerant(after)), [
          ['x', '1'],
          ['key', value],
          ['y', '2'],
        ]);
      }),
    );
  }).timeout(60_000);

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(propertiesFormat, good);
    holdsForHostileText(propertiesFormat);
  }).timeout(60_000);
});
