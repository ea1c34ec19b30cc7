import { strict as assert } from 'node:assert';
import { Project, Registry, defineCrossRule, defineGap } from '../../../src/core';
import type { Kind, Technology } from '../../../src/core';
import { formats } from '../../../src/formats';
import { yamlFormat } from '../../../src/formats/yaml/yaml';

const kind = (name: string, type: string): Kind => ({
  id: `system/${name}`,
  title: name,
  formats: ['yaml'],
  recognise: (document) => document.text.startsWith(`${name}:`),
  *facts(root) {
    for (const item of root.at(name)?.items() ?? []) {
      const value = item.text();
      if (value.is === 'known') yield { type, name: value.value, attributes: {}, span: value.span };
    }
  },
});
const technology: Technology = {
  slug: 'system',
  title: 'System',
  pattern: 'training',
  homepage: 'https://example.com',
  kinds: [kind('topics', 'topic'), kind('uses', 'topic-use')],
  views: [],
};
const info = { catalogue: [], summary: 's', why: 'w', examples: { bad: [], good: [] } } as const;
const undeclared = defineCrossRule({
  ...info,
  id: 'system/no-undeclared-topic',
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  remedy: 'r',
  references: [],
  fix: { none: 'test' },
  messages: { none: 'Topic "{topic}" is declared nowhere.', pair: 'Found.' },
  from: 'topic-use',
  to: 'topic',
  fromKey: ({ name }) => name,
  toKey: ({ name }) => name,
  within: 'workspace',
  whenNone: ({ name }, others) =>
    others.length > 0 ? { message: 'none', data: { topic: name } } : undefined,
});
const gap = defineGap({
  ...info,
  id: 'gap/no-use',
  title: 'Unused topic',
  *find(facts) {
    const used = new Set(facts.ofType('topic-use').map(({ name }) => name));
    for (const { name, path, range } of facts.ofType('topic')) {
      if (!used.has(name))
        yield { message: `Nobody reads ${name}.`, path, range, action: { template: 'x/y', answers: {} } };
    }
  },
});
const parts = {
  registry: new Registry(formats, [{ technology, rules: [] }]),
  crossRules: [undeclared],
  gapRules: [gap],
  matchesGlob: (path: string, glob: string) => path === glob,
};

function project(files: Readonly<Record<string, string>>, closed = true): Project {
  const made = new Project(parts, { today: '2026-11-23', closed });
  for (const [path, text] of Object.entries(files)) made.setFile(path, text, yamlFormat);
  return made;
}

describe('a project', () => {
  before(() => yamlFormat.load());

  it('joins facts of different files', () => {
    const made = project({ 'a.yaml': 'topics: [pay]\n', 'b.yaml': 'uses: [pay, payy]\n' });
    assert.deepEqual(
      made.crossFindings().map(({ path, message }) => [path, message]),
      [['b.yaml', 'Topic "payy" is declared nowhere.']],
    );
  });

  it('says that nothing matches only where all files are known', () => {
    assert.deepEqual(
      project({ 'a.yaml': 'topics: [pay]\n', 'b.yaml': 'uses: [payy]\n' }, false).crossFindings(),
      [],
    );
  });

  it('updates the findings of one file when another is edited', () => {
    const made = project({ 'a.yaml': 'topics: [pay]\n', 'b.yaml': 'uses: [pay]\n' });
    assert.equal(made.crossFindings().length, 0);
    made.changeFile('a.yaml', [
      { start: { line: 0, character: 9 }, end: { line: 0, character: 12 }, text: 'paid' },
    ]);
    made.settle('a.yaml');
    assert.equal(made.findingsOf('b.yaml').length, 1);
    made.removeFile('a.yaml');
    assert.equal(made.findingsOf('b.yaml').length, 0, 'no topic is known at all');
  });

  it('tells gaps apart from findings', () => {
    const made = project({ 'a.yaml': 'topics: [pay]\n' });
    assert.deepEqual(
      made.gaps().map(({ message, action }) => [message, action.template]),
      [['Nobody reads pay.', 'x/y']],
    );
    assert.deepEqual(made.findingsOf('a.yaml'), []);
  });

  it('lets the settings of the nearest folder win', () => {
    const made = project({ 'deep/b.yaml': 'uses: [x]\n', 'a.yaml': 'topics: [pay]\n' });
    made.setSettingsFile('.ai-patterns.yaml', 'rules: {system/no-undeclared-topic: error}\n');
    assert.equal(made.crossFindings()[0]?.severity, 'error');
    made.setSettingsFile('deep/.ai-patterns.yaml', 'rules:\n  system/no-undeclared-topic: info\n');
    assert.equal(made.crossFindings()[0]?.severity, 'info');
    made.setSettingsFile('deep/.ai-patterns.yaml', 'rules:\n  system/no-undeclared-topic: "off"\n');
    assert.equal(made.crossFindings().length, 0);
    made.setSettingsFile('deep/.ai-patterns.yaml', undefined);
    assert.equal(made.crossFindings()[0]?.severity, 'error');
  });

  it('says what of a settings file means nothing, and takes the rest', () => {
    const made = project({});
    const problems = made.setSettingsFile(
      '.ai-patterns.yaml',
      'enviroment: prod\nopinions: true\nrules: {system/no-such: error}\n',
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['There is no setting "enviroment".', 'There is no rule "system/no-such".'],
    );
    assert.equal(made.settingsOf('a.yaml').opinions, true);
  });
});
