import { strict as assert } from 'node:assert';
import { FileAnalysis, Registry, defaultSettings, defineRule } from '../../../src/core';
import type { Kind, Rule, Settings, Technology } from '../../../src/core';
import { formats } from '../../../src/formats';
import { yamlFormat } from '../../../src/formats/yaml/yaml';

const info = {
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 's',
  why: 'w',
  remedy: 'r',
  references: [],
  fix: { none: 'test' },
  examples: { bad: [], good: [] },
} as const;

const noOne: Rule = defineRule({
  ...info,
  id: 'thing/no-one',
  environment: 'replication',
  messages: { one: 'Only {value}.' },
  looksAt: [{ view: 'thing/thing', path: ['count'] }],
  *check(at) {
    const value = at.number();
    if (value.is === 'known' && value.value === 1)
      yield { message: 'one', data: { value: 1 }, span: value.span };
  },
});

const throws: Rule = defineRule({
  ...info,
  id: 'thing/no-throwing',
  messages: {},
  looksAt: [{ view: 'thing/thing', path: ['boom'] }],
  check() {
    throw new Error('broken rule');
  },
});

const kind: Kind = {
  id: 'thing/thing',
  title: 'thing',
  formats: ['yaml'],
  resource: { group: 'example.com', kinds: ['Thing'] },
};
const technology: Technology = {
  slug: 'thing',
  title: 'Thing',
  pattern: 'training',
  homepage: 'https://example.com',
  kinds: [kind],
  views: [],
};
const registry = new Registry(formats, [{ technology, rules: [noOne, throws] }]);
const head = 'apiVersion: example.com/v1\nkind: Thing\n';

function analyse(
  text: string,
  path = 'a.yaml',
  settings: Settings = defaultSettings,
  noSuppressions = false,
): FileAnalysis {
  const analysis = new FileAnalysis(
    registry,
    yamlFormat,
    text,
    { path, today: '2026-11-23', settings, partial: false },
    noSuppressions,
  );
  analysis.settle();
  return analysis;
}

const lines = (analysis: FileAnalysis): number[] => analysis.findings().map(({ range }) => range.start.line);

describe('a file under analysis', () => {
  before(() => yamlFormat.load());

  it('places findings in the whole file, whatever the sub-document', () => {
    assert.deepEqual(
      lines(analyse(`${head}count: 1\n---\n${head}count: 2\n---\n${head}count: 1\n`)),
      [2, 10],
    );
  });

  it('re-checks only what an edit touches', () => {
    const analysis = analyse(`${head}count: 1\n---\n${head}count: 1\n`);
    const [first] = analysis.documents();
    analysis.apply([{ start: { line: 6, character: 7 }, end: { line: 6, character: 8 }, text: '2' }]);
    assert.deepEqual(lines(analysis), [2]);
    assert.equal(analysis.documents()[0]?.result, first?.result);
  });

  it('keeps the findings of text that an edit broke, at their new places and without fixes', () => {
    const analysis = analyse(`${head}count: 1\n`);
    analysis.apply([{ start: { line: 0, character: 0 }, end: { line: 0, character: 0 }, text: 'x: "\n' }]);
    assert.equal(analysis.needsSettling, true);
    assert.deepEqual(lines(analysis), [3]);
    analysis.settle();
    assert.equal(analysis.needsSettling, false);
    assert.deepEqual(lines(analysis), [], 'the open quote swallows the rest');
  });

  it('gives the same findings after edits as a fresh read of the text', () => {
    const analysis = analyse(`${head}count: 1\n---\n${head}count: 1\n`);
    for (const [line, text] of [
      [3, '---\n'],
      [1, '# c\n'],
      [5, 'a: b\n'],
    ] as const) {
      analysis.apply([{ start: { line, character: 0 }, end: { line, character: 0 }, text }]);
    }
    analysis.settle();
    assert.deepEqual(analysis.findings(), analyse(analysis.text()).findings());
  });

  it('gives the same objects where nothing changed, and no old ones where something did', () => {
    const analysis = analyse(`${head}count: 1\n---\n${head}count: 1\n---\n${head}count: 1\n`);
    const before = analysis.findings();
    const type = (line: number, text: string): void => {
      analysis.apply([{ start: { line, character: 0 }, end: { line, character: 0 }, text }]);
    };
    type(10, 'b: 1\n');
    const [first, second, third] = analysis.findings();
    assert.deepEqual([first === before[0], second === before[1], third === before[2]], [true, true, false]);
    type(2, 'a: 1\n');
    assert.deepEqual(lines(analysis), [3, 7, 12]);
    type(1, 'x: "\n');
    assert.deepEqual(lines(analysis), [4, 8, 13]);
    analysis.apply([{ start: { line: 1, character: 0 }, end: { line: 2, character: 0 }, text: '' }]);
    type(5, '# ai-patterns-disable thing/no-one\n');
    assert.deepEqual(lines(analysis), []);
    analysis.apply([{ start: { line: 5, character: 0 }, end: { line: 6, character: 0 }, text: '' }]);
    assert.deepEqual(analysis.findings(), analyse(analysis.text()).findings());
    assert.deepEqual(lines(analysis), [3, 7, 12]);
  });

  it('tells a rule that throws once, and goes on with the others', () => {
    const analysis = analyse(`${head}boom: 1\ncount: 1\n---\n${head}boom: 2\n`);
    assert.deepEqual(analysis.failures(), [{ rule: 'thing/no-throwing', message: 'broken rule' }]);
    assert.deepEqual(lines(analysis), [3]);
  });

  it('concludes nothing from placeholders, Helm and half-typed values', () => {
    for (const value of ['${COUNT}', '{{ .Values.count }}', '', 'null', '!Ref Count', '*missing']) {
      assert.deepEqual(lines(analyse(`${head}count: ${value}\n`)), [], value);
    }
  });

  it('reads an alias as what it stands for', () => {
    assert.deepEqual(lines(analyse(`${head}other: &n 1\ncount: *n\n`)), [2]);
  });

  it('lowers what does not matter on a laptop, unless the settings say that it is production', () => {
    const severityAt = (path: string, environment: Settings['environment']): string | undefined =>
      analyse(`${head}count: 1\n`, path, { ...defaultSettings, environment }).findings()[0]?.severity;
    assert.equal(severityAt('deploy/a.yaml', 'auto'), 'warning');
    assert.equal(severityAt('deploy/local/a.yaml', 'auto'), 'info');
    assert.equal(severityAt('deploy/local/a.yaml', 'prod'), 'warning');
    assert.equal(severityAt('deploy/a.yaml', 'local'), 'info');
  });

  it('follows the settings of a rule, and those of its technology', () => {
    const severity = (id: string, value: 'off' | 'error'): string | undefined =>
      analyse(`${head}count: 1\n`, 'a.yaml', {
        ...defaultSettings,
        rules: new Map([[id, { severity: value, options: {} }]]),
      }).findings()[0]?.severity;
    assert.equal(severity('thing/no-one', 'off'), undefined);
    assert.equal(severity('thing/*', 'off'), undefined);
    assert.equal(severity('thing/no-one', 'error'), 'error');
  });
});

describe('suppression marks', () => {
  before(() => yamlFormat.load());

  for (const [name, text, left] of [
    ['the next line', `${head}# ai-patterns-disable-next-line thing/no-one -- one is enough\ncount: 1\n`, 0],
    ['another rule', `${head}# ai-patterns-disable-next-line thing/no-two\ncount: 1\n`, 1],
    ['this line', `${head}count: 1 # ai-patterns-disable-line thing/no-one\n`, 0],
    ['the file', `# ai-patterns-disable thing/no-one -- why\n${head}count: 1\n---\n${head}count: 1\n`, 0],
    ['all rules of the next line', `${head}# ai-patterns-disable-next-line\ncount: 1\n`, 0],
    ['nothing, from inside a text', `${head}note: "# ai-patterns-disable thing/no-one"\ncount: 1\n`, 1],
    [
      'nothing, from inside a block of text',
      `${head}note: |\n  # ai-patterns-disable thing/no-one\ncount: 1\n`,
      1,
    ],
  ] as const) {
    it(`silence ${name}`, () => {
      assert.equal(analyse(text).findings().length, left);
    });
  }

  it('silence nothing when they are switched off', () => {
    const text = `# ai-patterns-disable thing/no-one\n${head}count: 1\n`;
    assert.equal(analyse(text, 'a.yaml', defaultSettings, true).findings().length, 1);
  });
});
