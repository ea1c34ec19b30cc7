import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/span';
import { requirementsFormat } from '../../../src/formats/requirements/requirements';
import { entryAt, listAt, mapAt, nodeAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = requirementsFormat.parseTolerant.bind(requirementsFormat);

const good = `# pinned
--index-url https://x/simple
-r base.txt  # more
torch==2.1.0+cu118 ; python_version >= "3.9"
ray[serve, tune] >=2.9,<3 # range
numpy
scipy == 1.2.*
requests==2.31.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
pkg @ git+https://x/y@v1#egg=z ; sys_platform == "linux"
-e ./local
https://x/y.whl
`;

/** A requirement without its whole text. */
const said = (text: string, index = 0): unknown => {
  const map = mapAt(read(text), 'requirements', index);
  return plainOf({ ...map, entries: map.entries.filter(({ key }) => key !== 'raw') });
};

describe('format requirements', () => {
  it('reads names, extras, specifiers, versions, markers, hashes and URLs', () => {
    assert.deepEqual(
      listAt(read(good), 'requirements').items.map((_, index) => said(good, index)),
      [
        {
          name: 'torch',
          specifier: '==2.1.0+cu118',
          version: '2.1.0+cu118',
          marker: 'python_version >= "3.9"',
        },
        { name: 'ray', extras: ['serve', 'tune'], specifier: '>=2.9,<3' },
        { name: 'numpy' },
        { name: 'scipy', specifier: '== 1.2.*' },
        { name: 'requests', specifier: '==2.31.0', version: '2.31.0', hashes: ['sha256:aa', 'sha256:bb'] },
        { name: 'pkg', url: 'git+https://x/y@v1#egg=z', marker: 'sys_platform == "linux"' },
        { url: './local', editable: 'true' },
        { url: 'https://x/y.whl' },
      ],
    );
    assert.notEqual(requirementsFormat.parse(good), undefined);
  });

  it('reads options', () => {
    assert.deepEqual(plainOf(nodeAt(read(good), 'options')), [
      { name: '--index-url', value: 'https://x/simple' },
      { name: '-r', value: 'base.txt' },
    ]);
  });

  it('gives exact spans, over continued lines too', () => {
    const text = `\uFEFF${good.replaceAll('\n', '\r\n')}`;
    const document = read(text);
    assert.equal(sliceOf(text, scalarIn(document, 'requirements', 0, 'version').span), '2.1.0+cu118');
    assert.equal(sliceOf(text, nodeAt(document, 'requirements', 1, 'extras').span), '[serve, tune]');
    assert.equal(sliceOf(text, scalarIn(document, 'requirements', 1, 'extras', 1).span), 'tune');
    assert.equal(sliceOf(text, scalarIn(document, 'requirements', 4, 'hashes', 1).span), 'sha256:bb');
    assert.equal(
      sliceOf(text, scalarIn(document, 'requirements', 5, 'marker').span),
      'sys_platform == "linux"',
    );
    assert.equal(sliceOf(text, entryAt(document, 'requirements', 2, 'name').keySpan), 'numpy');
  });

  it('finds comments, but not in URLs', () => {
    assert.deepEqual(
      requirementsFormat.comments(good).map(({ text }) => text),
      ['# pinned', '# more', '# range'],
    );
  });

  it('says what is no requirement', () => {
    const text = 'numpy\n???\na b\ntorch==';
    const { problems, masked } = read(text);
    assert.deepEqual(
      problems.map(({ span }) => sliceOf(text, span)),
      ['???', 'a b', '=='],
    );
    assert.deepEqual(
      masked.map((span) => sliceOf(text, span)),
      ['=='],
    );
    assert.deepEqual(said(text, 1), { name: 'torch', specifier: '==' });
  });

  it('sets, inserts, appends and removes and leaves every other byte', () => {
    const document = read(good);
    const { edits } = requirementsFormat;
    const list = listAt(document, 'requirements');
    const done = (change: ReturnType<typeof edits.insert>): string =>
      change ? applyEdits(good, change) : 'no edit';
    const specifier = scalarIn(document, 'requirements', 1, 'specifier');
    assert.equal(done(edits.setScalar(document, specifier, '==2.9.3')), good.replace('>=2.9,<3', '==2.9.3'));
    const numpy = mapAt(document, 'requirements', 2);
    assert.equal(
      done(edits.insert(document, numpy, 'specifier', '==1.26.4')),
      good.replace('numpy', 'numpy==1.26.4'),
    );
    assert.equal(
      done(edits.insert(document, mapAt(document, 'requirements', 1), 'specifier', '==1')),
      'no edit',
    );
    assert.equal(done(edits.append(document, list, 'boto3==1.0')), `${good}boto3==1.0\n`);
    assert.equal(
      done(edits.removeItem(document, list, mapAt(document, 'requirements', 4))),
      good.replace(/^requests[\s\S]*?:bb\n/m, ''),
    );
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(requirementsFormat, good);
    holdsForHostileText(requirementsFormat);
  }).timeout(60_000);
});
