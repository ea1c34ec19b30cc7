import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { applyEdits } from '../../../src/core/span';
import type { ScalarNode } from '../../../src/core/tree';
import { isPlaceholder } from '../../../src/core/value';
import { dockerfileFormat } from '../../../src/formats/dockerfile/dockerfile';
import { splitInstructions } from '../../../src/formats/dockerfile/instruction-lines';
import { entryAt, listAt, mapAt, nodeAt, plainOf, scalarIn, sliceOf } from './reading';
import { holdsForEveryCut, holdsForHostileText } from './robustness';

const read = dockerfileFormat.parseTolerant.bind(dockerfileFormat);

const good = `# syntax=docker/dockerfile:1
ARG VERSION=3.12
FROM --platform=linux/amd64 registry:5000/lib/python:\${VERSION}-slim@sha256:abc AS build
# note
RUN --mount=type=cache,target=/root/.cache apt-get update && \\
    # why
    apt-get install -y "curl" \\

    git | tee log
ENV A=1 B="two 2" C=\\
three
ENV OLD some value
COPY --from=other ["a b", "/x/"]
ONBUILD RUN make
RUN <<EOF
pip install x
cd /y
EOF
FROM build
CMD ["python", "-m", "app"]
HEALTHCHECK --interval=5s CMD curl -f http://x || exit 1
`;

type Step = string | number;

const instruction = (stage: number, index: number): readonly Step[] => [
  'stages',
  stage,
  'instructions',
  index,
];

describe('format dockerfile', () => {
  it('reads directives and global arguments', () => {
    const document = read(good);
    assert.equal(scalarIn(document, 'syntax').text, 'docker/dockerfile:1');
    assert.equal(sliceOf(good, scalarIn(document, 'syntax').span), 'docker/dockerfile:1');
    assert.deepEqual(plainOf(nodeAt(document, 'args')), [{ name: 'VERSION', default: '3.12' }]);
    assert.deepEqual(document.problems, []);
  });

  it('reads the image reference with its parts, defaults put in', () => {
    const document = read(good);
    const from = plainOf(nodeAt(document, 'stages', 0, 'from'));
    assert.deepEqual(from, {
      image: 'registry:5000/lib/python:${VERSION}-slim@sha256:abc',
      name: 'registry:5000/lib/python',
      tag: '${VERSION}-slim',
      digest: 'sha256:abc',
      platform: 'linux/amd64',
      alias: 'build',
      raw: '--platform=linux/amd64 registry:5000/lib/python:${VERSION}-slim@sha256:abc AS build',
      resolved: 'registry:5000/lib/python:3.12-slim@sha256:abc',
    });
    for (const key of ['image', 'name', 'tag', 'digest', 'platform', 'alias', 'raw']) {
      const node = scalarIn(document, 'stages', 0, 'from', key);
      assert.equal(sliceOf(good, node.span), node.text, key);
    }
    assert.equal(sliceOf(good, entryAt(document, 'stages', 0, 'from').keySpan), 'FROM');
  });

  it('tells that a stage is built on an earlier one', () => {
    assert.equal(scalarIn(read(good), 'stages', 1, 'from', 'stage').text, 'build');
    const later = read('FROM build\nFROM x:1 AS build\n');
    assert.deepEqual(plainOf(nodeAt(later, 'stages', 0, 'from')), {
      image: 'build',
      name: 'build',
      raw: 'build',
      resolved: 'build',
    });
  });

  const references: readonly (readonly [string, Record<string, string>])[] = [
    ['python', { name: 'python' }],
    ['localhost:5000/a/b', { name: 'localhost:5000/a/b' }],
    ['localhost:5000/a:1', { name: 'localhost:5000/a', tag: '1' }],
    ['a@sha256:1', { name: 'a', digest: 'sha256:1' }],
    ['a:b@sha256:1', { name: 'a', tag: 'b', digest: 'sha256:1' }],
  ];
  for (const [reference, parts] of references) {
    it(`cuts ${reference} into its parts`, () => {
      const from = mapAt(read(`FROM ${reference}`), 'stages', 0, 'from');
      const found = from.entries.filter(({ key }) => ['name', 'tag', 'digest'].includes(key));
      assert.deepEqual(plainOf({ ...from, entries: found }), parts);
    });
  }

  it('leaves what a variable may supply unknown, never absent', () => {
    const unknownParts = (reference: string): string[] => {
      const from = mapAt(read(`FROM ${reference}`), 'stages', 0, 'from');
      const parts = from.entries.filter(({ key }) => ['tag', 'digest'].includes(key));
      return parts.flatMap(({ key, value }) =>
        value.type === 'scalar' && isPlaceholder(value.text) ? [key] : [],
      );
    };
    assert.deepEqual(unknownParts('${IMAGE}'), ['tag', 'digest']);
    assert.deepEqual(unknownParts('$IMAGE'), ['tag', 'digest']);
    assert.deepEqual(unknownParts('python:$TAG'), ['tag', 'digest']);
    assert.deepEqual(unknownParts('${REGISTRY}/python'), []);
    assert.deepEqual(unknownParts('${R:-a/b:1}/python:3'), []);
  });

  it('says the resolved reference only where every variable is known', () => {
    const resolved = (text: string): unknown =>
      mapAt(read(text), 'stages', 0, 'from')
        .entries.map(({ key, value }) => (key === 'resolved' && value.type === 'scalar' ? value.text : ''))
        .join('');
    assert.equal(resolved('ARG A\nFROM a:$A'), '');
    assert.equal(resolved('ARG A=1\nARG B=${A}.2\nFROM a:$B'), 'a:1.2');
    assert.equal(resolved('FROM a:${A:-7}'), 'a:7');
    assert.equal(resolved('FROM b\nARG A=1\nFROM a:$A'), 'b');
  });

  it('reads commands over continued lines, comments and blank lines between', () => {
    const document = read(good);
    const commands = listAt(document, ...instruction(0, 0), 'commands');
    assert.deepEqual(plainOf(commands), [
      { name: 'apt-get', words: ['apt-get', 'update'], operator: '&&' },
      { name: 'apt-get', words: ['apt-get', 'install', '-y', 'curl', 'git'], operator: '|' },
      { name: 'tee', words: ['tee', 'log'], operator: '' },
    ]);
    const words = listAt(document, ...instruction(0, 0), 'commands', 1, 'words');
    assert.deepEqual(
      words.items.map(({ span }) => sliceOf(good, span)),
      ['apt-get', 'install', '-y', '"curl"', 'git'],
    );
    const flag = entryAt(document, ...instruction(0, 0), 'flags', 'mount');
    assert.equal(sliceOf(good, flag.keySpan), '--mount');
    assert.equal(sliceOf(good, flag.value.span), 'type=cache,target=/root/.cache');
  });

  it('reads names and values of ENV in both forms', () => {
    const document = read(good);
    assert.deepEqual(plainOf(nodeAt(document, 'stages', 0, 'env')), [
      { name: 'A', value: '1' },
      { name: 'B', value: 'two 2' },
      { name: 'C', value: 'three' },
      { name: 'OLD', value: 'some value' },
    ]);
    assert.equal(sliceOf(good, scalarIn(document, 'stages', 0, 'env', 1, 'value').span), '"two 2"');
  });

  it('tells the exec form from the shell form', () => {
    const document = read(good);
    assert.equal(scalarIn(document, ...instruction(0, 3), 'form').text, 'exec');
    assert.deepEqual(plainOf(nodeAt(document, ...instruction(0, 3), 'words')), ['a b', '/x/']);
    assert.equal(scalarIn(document, ...instruction(0, 0), 'form').text, 'shell');
    assert.deepEqual(plainOf(nodeAt(document, ...instruction(1, 0), 'commands')), [
      { name: 'python', words: ['python', '-m', 'app'], operator: '' },
    ]);
    assert.equal(scalarIn(read("FROM a\nCMD ['x']"), ...instruction(0, 0), 'form').text, 'shell');
  });

  it('reads the script that the exec form hands to a shell', () => {
    const document = read('FROM a\nRUN ["/bin/bash", "-c", "a && b"]');
    assert.deepEqual(
      listAt(document, ...instruction(0, 0), 'commands').items.map(({ span }) =>
        sliceOf(document.text, span),
      ),
      ['a', 'b'],
    );
  });

  it('reads here-documents, and their commands where they are the script', () => {
    const document = read(good);
    const run = instruction(0, 5);
    assert.deepEqual(plainOf(nodeAt(document, ...run, 'heredocs')), [
      { name: 'EOF', body: 'pip install x\ncd /y\n' },
    ]);
    assert.deepEqual(
      listAt(document, ...run, 'commands').items.map(({ span }) => sliceOf(good, span)),
      ['pip install x', 'cd /y'],
    );
    const other = read('FROM a\nRUN cat <<E > /f && b\nnot a command\nE\nUSER x\n');
    assert.deepEqual(plainOf(listAt(other, ...instruction(0, 0), 'words')), ['cat', 'b']);
    assert.equal(scalarIn(other, ...instruction(0, 1), 'keyword').text, 'USER');
  });

  it('reads what ONBUILD triggers as the instruction itself, marked', () => {
    const document = read(good);
    assert.equal(scalarIn(document, ...instruction(0, 4), 'keyword').text, 'RUN');
    assert.equal(scalarIn(document, ...instruction(0, 4), 'onbuild').text, 'true');
    assert.equal(sliceOf(good, scalarIn(document, ...instruction(0, 4), 'keyword').span), 'RUN');
  });

  it('reads the command behind HEALTHCHECK', () => {
    const node = nodeAt(read(good), ...instruction(1, 1), 'commands');
    assert.deepEqual(plainOf(node), [
      { name: 'curl', words: ['curl', '-f', 'http://x'], operator: '||' },
      { name: 'exit', words: ['exit', '1'], operator: '' },
    ]);
  });

  it('obeys the escape directive', () => {
    const document = read('# escape=`\r\nFROM a\r\nRUN copy C:\\x `\r\n  C:\\y\r\n');
    assert.deepEqual(plainOf(nodeAt(document, ...instruction(0, 0), 'words')), ['copy', 'C:\\x', 'C:\\y']);
    assert.equal(scalarIn(document, 'escape').text, '`');
  });

  it('continues no line behind a doubled backslash', () => {
    const document = read('FROM a\nRUN echo \\\\\nUSER x\nRUN a \\  \n b\n');
    const keywords = listAt(document, 'stages', 0, 'instructions').items.map((_, index) => {
      return scalarIn(document, ...instruction(0, index), 'keyword').text;
    });
    assert.deepEqual(keywords, ['RUN', 'USER', 'RUN']);
    assert.deepEqual(plainOf(nodeAt(document, ...instruction(0, 2), 'words')), ['a', 'b']);
  });

  it('masks variables outside FROM', () => {
    const text = 'ARG V=1\nFROM a:$V\nRUN pip install x==$V \\$HOME $1\nCOPY ${D}/a b\n';
    assert.deepEqual(
      read(text).masked.map((span) => sliceOf(text, span)),
      ['$V', '${D}'],
    );
  });

  it('says what is no instruction and where', () => {
    const text = 'RUN early\nFROM\nRU x\nRUN <<E\n';
    const { problems, templated } = read(text);
    assert.deepEqual(problems.map(({ span }) => sliceOf(text, span)).sort(), ['<<E', 'FROM', 'RU', 'RUN']);
    assert.equal(templated, true);
    assert.equal(dockerfileFormat.parse(text), undefined);
  });

  it('knows its files', () => {
    const knows = (name: string): boolean => dockerfileFormat.fileNames.some((pattern) => pattern.test(name));
    for (const name of [
      'Dockerfile',
      'dockerfile.gpu',
      'Dockerfile-dev',
      'api.dockerfile',
      'Containerfile',
    ]) {
      assert.ok(knows(name), name);
    }
    for (const name of [
      'Dockerfile.dockerignore',
      'dockerfile.ts',
      'Dockerfile.md',
      'mydockerfile',
      'dockerfiles',
    ]) {
      assert.ok(!knows(name), name);
    }
  });

  it('sets words, tags and flags and leaves every other byte', () => {
    const document = read(good);
    const set = (node: ScalarNode, value: string): string => {
      const edits = dockerfileFormat.edits.setScalar(document, node, value);
      return edits ? applyEdits(good, edits) : 'no edit';
    };
    const platform = scalarIn(document, 'stages', 0, 'from', 'platform');
    assert.equal(set(platform, 'linux/arm64'), good.replace('linux/amd64', 'linux/arm64'));
    const quoted = scalarIn(document, ...instruction(0, 0), 'commands', 1, 'words', 3);
    assert.equal(set(quoted, 'wget'), good.replace('"curl"', '"wget"'));
    assert.equal(set(scalarIn(document, 'stages', 0, 'from', 'resolved'), 'x'), 'no edit');
    assert.equal(set(scalarIn(document, ...instruction(0, 0), 'words', 0), 'a b'), 'no edit');
  });

  it('removes an instruction with its lines, a flag and a word', () => {
    const document = read(good);
    const { edits } = dockerfileFormat;
    const list = listAt(document, 'stages', 0, 'instructions');
    const removed = edits.removeItem(document, list, nodeAt(document, ...instruction(0, 5)));
    assert.equal(applyEdits(good, removed ?? []), good.replace('RUN <<EOF\npip install x\ncd /y\nEOF\n', ''));
    const flags = mapAt(document, ...instruction(0, 3), 'flags');
    const flag = edits.remove(document, flags, entryAt(document, ...instruction(0, 3), 'flags', 'from'));
    assert.equal(applyEdits(good, flag ?? []), good.replace('--from=other ', ''));
    const words = listAt(document, ...instruction(0, 0), 'commands', 1, 'words');
    const word = edits.removeItem(document, words, words.items[2] ?? words);
    assert.equal(applyEdits(good, word ?? []), good.replace('-y ', ''));
  });

  it('finds comments, those between continued lines too', () => {
    assert.deepEqual(
      dockerfileFormat.comments(good).map(({ text }) => text),
      ['# syntax=docker/dockerfile:1', '# note', '# why'],
    );
  });

  it('survives half-typed and hostile text', () => {
    holdsForEveryCut(dockerfileFormat, good);
    holdsForHostileText(dockerfileFormat);
  }).timeout(60_000);

  // Ends are not compared: the package counts blank lines behind a continuation in, we do not.
  it('cuts instructions as dockerfile-ast does', () => {
    for (const text of [good, good.replaceAll('\n', '\r\n'), ...corpus()]) {
      const theirs = DockerfileParser.parse(text)
        .getInstructions()
        .map((found) => `${found.getRange().start.line} ${found.getKeyword()}`);
      const escape = /^# *escape *= *`/im.test(text) ? '`' : '\\';
      const ours = splitInstructions(text, escape).map(({ span, logical }) => {
        const line = text.slice(0, span.start).split('\n').length - 1;
        return `${line} ${logical.text.split(/\s/)[0]?.toUpperCase() ?? ''}`;
      });
      assert.deepEqual(ours, theirs, text);
    }
  }).timeout(60_000);
});

/** Real files, where the folder of them is there. */
function corpus(): string[] {
  const folder = join(process.cwd(), '../shared');
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?:^|\.)(?:docker|container)file[^/]*$/i.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  } catch {
    console.log('      skipped: ../shared is not there');
    return [];
  }
}
