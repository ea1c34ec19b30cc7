import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/span';
import { markdownFormat } from '../../../src/formats/markdown/markdown';
import { entryAt, listAt, mapAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = markdownFormat.parseTolerant.bind(markdownFormat);

const good = `---
license: mit # theirs
tags: [a, b]
model-index:
  - name: x
    results: []
---

# Fraud scorer ##

\`\`\`yaml
# not a heading
\`\`\`

## Intended use
text
---
#no heading
   ### Limits
`;

describe('format markdown', () => {
  before(() => markdownFormat.load());

  it('reads front matter and headings', () => {
    const document = markdownFormat.parse(good);
    assert.deepEqual(plainOf(document?.root), {
      frontMatter: { license: 'mit', tags: ['a', 'b'], 'model-index': [{ name: 'x', results: [] }] },
      headings: [
        { level: '1', text: 'Fraud scorer' },
        { level: '2', text: 'Intended use' },
        { level: '3', text: 'Limits' },
      ],
    });
    assert.deepEqual(
      markdownFormat.comments(good).map(({ text }) => text),
      ['# theirs'],
    );
  });

  it('gives exact spans', () => {
    const text = `\uFEFF${good.replaceAll('\n', '\r\n')}`;
    const document = read(text);
    assert.equal(sliceOf(text, scalarIn(document, 'frontMatter', 'license').span), 'mit');
    assert.equal(sliceOf(text, entryAt(document, 'frontMatter').keySpan), '---');
    assert.equal(sliceOf(text, scalarIn(document, 'headings', 1, 'text').span), 'Intended use');
    assert.equal(sliceOf(text, mapAt(document, 'headings', 2).span), '### Limits');
  });

  it('reads no front matter that is not closed or not at the beginning', () => {
    assert.deepEqual(plainOf(read('---\nlicense: mit\n').root), undefined);
    assert.deepEqual(plainOf(read('# A\n---\nlicense: mit\n---\n').root), {
      headings: [{ level: '1', text: 'A' }],
    });
  });

  it('edits the front matter and leaves every other byte', () => {
    const document = read(good);
    const { edits } = markdownFormat;
    const done = (change: ReturnType<typeof edits.insert>): string =>
      change ? applyEdits(good, change) : 'no edit';
    assert.equal(
      done(edits.insert(document, mapAt(document, 'frontMatter'), 'license_name', 'x')),
      good.replace('results: []\n', 'results: []\nlicense_name: x\n'),
    );
    assert.equal(
      done(edits.setScalar(document, scalarIn(document, 'frontMatter', 'license'), 'apache-2.0')),
      good.replace('mit', 'apache-2.0'),
    );
    assert.equal(
      done(edits.append(document, listAt(document, 'frontMatter', 'tags'), 'c')),
      good.replace('b]', 'b, c]'),
    );
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(markdownFormat, good);
    holdsForHostileText(markdownFormat);
  }).timeout(60_000);
});
