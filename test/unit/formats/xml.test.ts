import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/span';
import { xmlFormat } from '../../../src/formats/xml/xml';
import { mapAt, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = xmlFormat.parseTolerant.bind(xmlFormat);

const good = `<?xml version="1.0"?>
<!DOCTYPE project>
<project xmlns="http://maven.apache.org/POM/4.0.0" note="a > b">
  <!-- <version>0</version> -->
  <a>  one &amp; two
  </a>
  <empty/>
  <list><item>1</item><item>2</item></list>
  <raw><![CDATA[<b>]]></raw>
</project>
`;

describe('format xml', () => {
  it('reads elements, repeated ones too, and their text without the blanks around it', () => {
    const document = read(good);
    assert.deepEqual(document.problems, []);
    const text = scalarIn(document, 'project', 'a');
    assert.equal(text.text, 'one & two');
    assert.equal(sliceOf(good, text.span), 'one &amp; two');
    const items = mapAt(document, 'project', 'list').entries;
    assert.deepEqual(
      items.map(({ key, keySpan, value }) => [key, sliceOf(good, keySpan), sliceOf(good, value.span)]),
      [
        ['item', 'item', '1'],
        ['item', 'item', '2'],
      ],
    );
    assert.equal(scalarIn(document, 'project', 'empty').text, '');
  });

  it('takes no tag from comments, and knows nothing of CDATA', () => {
    assert.deepEqual(
      mapAt(read(good), 'project').entries.map(({ key }) => key),
      ['a', 'empty', 'list', 'raw'],
    );
    assert.equal(scalarIn(read(good), 'project', 'raw').tag, '!mixed');
    assert.deepEqual(
      xmlFormat.comments(good).map(({ text }) => text),
      ['<!-- <version>0</version> -->'],
    );
  });

  it('sets a text where it stands', () => {
    const document = read(good);
    const edits = xmlFormat.edits.setScalar(document, scalarIn(document, 'project', 'a'), 'x < y');
    assert.ok(applyEdits(good, edits ?? []).includes('<a>  x &lt; y\n'));
  });

  it('tells what is not closed, and reads what stands before it', () => {
    const document = read('<project><a>1</a><b><c>2</project>');
    assert.deepEqual(
      document.problems.map(({ message }) => message),
      ['<b> is not closed.', '<c> is not closed.'],
    );
    assert.equal(scalarIn(document, 'project', 'a').text, '1');
    assert.equal(xmlFormat.parse('<a><b></a>'), undefined);
  });

  it('holds for every cut and for hostile text', () => {
    holdsForEveryCut(xmlFormat, good);
    holdsForHostileText(xmlFormat);
  });
});
