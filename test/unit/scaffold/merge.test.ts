import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse as parseYaml, parseDocument, stringify } from 'yaml';
import { hasConflictMarkers, mergeText } from '../../../src/scaffold/merge/diff3';
import { addToFile, mergeUpdate, renameKey } from '../../../src/scaffold/merge/merge-files';

const sides = { mine: 'yours', base: 'template 1.0.0', theirs: 'template 1.1.0' };
const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

describe('the line merge', () => {
  it('takes changes of both sides that do not touch', () => {
    const merged = mergeText(
      lines('a', 'b', 'c', 'd'),
      lines('A', 'b', 'c', 'd'),
      lines('a', 'b', 'c', 'D'),
      sides,
    );
    assert.deepEqual(merged, { text: lines('A', 'b', 'c', 'D'), conflicts: 0 });
  });

  it('marks a true conflict with all three texts', () => {
    const merged = mergeText(lines('a', 'b', 'c'), lines('a', 'mine', 'c'), lines('a', 'theirs', 'c'), sides);
    const middle = [
      '<<<<<<< yours',
      'mine',
      '||||||| template 1.0.0',
      'b',
      '=======',
      'theirs',
      '>>>>>>> template 1.1.0',
    ];
    assert.deepEqual(merged, { text: lines('a', ...middle, 'c'), conflicts: 1 });
    assert.ok(hasConflictMarkers(merged.text));
  });

  it('conflicts where changes touch, as git does, and not where both sides did the same', () => {
    assert.equal(mergeText(lines('a', 'b'), lines('A', 'b'), lines('a', 'B'), sides).conflicts, 1);
    assert.equal(mergeText(lines('a', 'b'), lines('A', 'b'), lines('A', 'b'), sides).conflicts, 0);
  });

  it('keeps Windows line breaks and a missing break at the end', () => {
    const merged = mergeText('a\nb\nc\nd\n', 'a\r\nb\r\nc\r\nmine', 'A\nb\nc\nd\n', sides);
    assert.deepEqual(merged, { text: 'A\r\nb\r\nc\r\nmine', conflicts: 0 });
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '  d'), { maxLength: 12 })
    .map((all) => lines(...all));
  it('never loses a line that a user added, whatever the histories', () => {
    fc.assert(
      fc.property(text, text, text, fc.nat(), (base, theirs, rest, at) => {
        const mine = base.split('\n');
        mine.splice(at % mine.length, 0, 'the user wrote this', ...rest.split('\n').slice(0, 2));
        const merged = mergeText(base, mine.join('\n'), theirs, sides);
        assert.ok(merged.text.includes('the user wrote this'));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives one side where the other changed nothing', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        assert.deepEqual(mergeText(base, base, other, sides), { text: other, conflicts: 0 });
        assert.deepEqual(mergeText(base, other, base, sides), { text: other, conflicts: 0 });
        assert.deepEqual(mergeText(base, other, other, sides), { text: other, conflicts: 0 });
      }),
    );
  });

  it('merges 20,000 lines with many blanks in no time', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => (index % 3 === 0 ? `line ${index}` : ''));
    const mine = many.with(10, 'mine');
    const theirs = many.with(19_000, 'theirs');
    const start = performance.now();
    const merged = mergeText(lines(...many), lines(...mine), lines(...theirs), sides);
    assert.equal(merged.conflicts, 0);
    assert.ok(performance.now() - start < 1000);
  });
});

/** What is added to which file, and what must come out. */
const additions: readonly (readonly [
  what: string,
  path: string,
  mine: string,
  theirs: string,
  out: string,
])[] = [
  [
    'a service to a compose file, with its comments',
    'compose.yaml',
    'services:\n  web: # ours\n    image: web:1.0\n\n# networks we use\nnetworks:\n  front: {}\n',
    'services:\n    # the broker\n    kafka:\n        image: apache/kafka:4.0.0\n        command: |\n            run\n            it\nvolumes:\n    data: {}\n',
    'services:\n  web: # ours\n    image: web:1.0\n  # the broker\n  kafka:\n      image: apache/kafka:4.0.0\n      command: |\n          run\n          it\n\n# networks we use\nnetworks:\n  front: {}\nvolumes:\n    data: {}\n',
  ],
  [
    'a key to an empty mapping',
    'a.yaml',
    'services:\nname: x\n',
    'services:\n  a: 1\n',
    'services:\n  a: 1\nname: x\n',
  ],
  ['a key to a flow mapping', 'a.yaml', 'a: {b: 1} # c\n', 'a:\n  d: [1]\n', 'a: {b: 1, d: [1]} # c\n'],
  [
    'a resource to a Kustomization',
    'kustomization.yaml',
    'kind: Kustomization\nresources:\n  - a.yaml # first\n',
    'resources:\n- b.yaml\n- a.yaml\n',
    'kind: Kustomization\nresources:\n  - a.yaml # first\n  - b.yaml\n',
  ],
  ['a key to a file without a last line break', 'a.yml', 'a: 1', 'b: 2\n', 'a: 1\nb: 2\n'],
  [
    'a member to JSON with comments',
    '.vscode/settings.json',
    '{\n  // why\n  "a": 1\n}\n',
    '{"b": {"c": true}}',
    '{\n  // why\n  "a": 1,\n  "b": {\n    "c": true\n  }\n}\n',
  ],
  [
    'tables and dependencies to pyproject.toml',
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = [\n  "numpy==2.0.0", # pinned\n]\n\n[tool.ruff]\nline-length = 100\n',
    '[project]\ndependencies = ["confluent-kafka==2.5.0"]\n\n# types\n[tool.mypy]\nstrict = true\n\n[tool.ruff]\ntarget-version = "py312"\n',
    '[project]\nname = "x"\ndependencies = [\n  "numpy==2.0.0", # pinned\n  "confluent-kafka==2.5.0",\n]\n\n[tool.ruff]\nline-length = 100\ntarget-version = "py312"\n\n# types\n[tool.mypy]\nstrict = true\n',
  ],
  ['a variable to .env', '.env', '# ours\nA=1', '# theirs\nB=2\nA=1\n', '# ours\nA=1\n# theirs\nB=2\n'],
  [
    'a package to requirements.txt',
    'requirements.txt',
    'NumPy==2.0.0\n',
    'numpy==2.0.0\nray==2.9.0\n',
    'NumPy==2.0.0\nray==2.9.0\n',
  ],
  ['patterns to .gitignore', '.gitignore', '*.pyc\n', '# builds\ndist/\n*.pyc\n', '*.pyc\n# builds\ndist/\n'],
];

describe('adding to a file that exists', () => {
  for (const [what, path, mine, theirs, out] of additions)
    it(`adds ${what}`, () => {
      const merged = addToFile(path, mine, theirs);
      assert.deepEqual(merged, { ok: true, text: out });
      assert.deepEqual(addToFile(path, out, theirs), { ok: true, text: out }, 'twice is once');
    });

  const conflicts: readonly (readonly [path: string, mine: string, theirs: string, key: string])[] = [
    [
      'compose.yaml',
      'services:\n  a:\n    image: x:1\n',
      'services:\n  a:\n    image: x:2\n',
      'services.a.image',
    ],
    ['package.json', '{"scripts":{"test":"a"}}', '{"scripts":{"test":"b"}}', 'scripts.test'],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["ray==1.0"]\n',
      '[project]\ndependencies = ["Ray==2.0"]\n',
      'project.dependencies',
    ],
    ['.env', 'A=1\n', 'A=2\n', 'A'],
    ['a.yaml', 'command: [a, b]\n', 'command: [a, c]\n', 'command'],
  ];
  for (const [path, mine, theirs, key] of conflicts)
    it(`says that ${key} of ${path} conflicts, and changes nothing`, () => {
      assert.deepEqual(addToFile(path, mine, theirs), { ok: false, conflicts: [key] });
    });

  for (const [what, mine] of [
    ['anchors', 'a: &x 1\nb: *x\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a tab that breaks it', 'a:\n\tb: 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
  ] as const)
    it(`leaves YAML with ${what} alone`, () => assert.equal(addToFile('a.yaml', mine, 'c: 1\n').ok, false));

  it('keeps every line of a YAML file, whatever is added', function () {
    this.timeout(20_000);
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'true', '1', 'x y');
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('v', 'two\nlines\n', 7, null),
        fc.dictionary(key, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1 }), fc.dictionary(key, tree), (left, right) => {
        const mine = `# head\n${stringify(left).replaceAll(/\n(?=\S)/g, ' # c\n')}`;
        fc.pre(parseDocument(mine).errors.length === 0);
        const merged = addToFile('a.yaml', mine, stringify(right));
        if (!merged.ok) return;
        const rest = merged.text.split('\n');
        for (const line of mine.split('\n')) {
          // An empty mapping that received a key loses its braces, and nothing else.
          const at = rest.findIndex(
            (other) => other === line || other.startsWith(line.replace(/ \{\}.*| null.*/, '')),
          );
          assert.ok(at >= 0, `lost: ${line}\n${merged.text}`);
        }
        parseYaml(merged.text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an update of an edited file', () => {
  it('merges by keys where neighbouring lines would conflict', () => {
    const base = 'a: 1\nb: 2\n';
    const merged = mergeUpdate('x.yaml', base, 'a: 10 # mine\nb: 2\n', 'a: 1\nb: 20\n', sides);
    assert.deepEqual(merged, { text: 'a: 10 # mine\nb: 20\n', conflicts: 0 });
  });

  it('takes lines that merge where the keys alone could not', () => {
    const list = (...items: readonly string[]): string =>
      lines('steps:', ...items.map((item) => `  - ${item}`));
    const merged = mergeUpdate(
      'x.yaml',
      list('a', 'b', 'c', 'd'),
      list('A', 'b', 'c', 'd'),
      list('a', 'b', 'c', 'D'),
      sides,
    );
    assert.deepEqual(merged, { text: list('A', 'b', 'c', 'D'), conflicts: 0 });
  });

  it('replaces a value by a mapping, and a mapping by a value', () => {
    const changed = mergeUpdate(
      'x.yaml',
      'a: 1\nb: 2\n',
      'a: 5\nb: 2\n',
      'a: 1\nb:\n  c: 3\n  d: 4\n',
      sides,
    );
    assert.deepEqual(changed, { text: 'a: 5\nb:\n  c: 3\n  d: 4\n', conflicts: 0 });
    const back = mergeUpdate('x.yaml', 'a: 1\nb:\n  c: 3\n', 'a: 5\nb:\n  c: 3\n', 'a: 1\nb: 2\n', sides);
    assert.deepEqual(parseYaml(back.text), { a: 5, b: 2 });
  });

  it('leaves line breaks alone in a file that mixes them', () => {
    assert.equal(mergeText('a\nb\nc\n', 'a\r\nb\nc\n', 'a\nb\nC\n', sides).text, 'a\r\nb\nC\n');
  });

  for (const path of ['x.yaml', 'x.json', 'x.toml'])
    it(`does not overflow on brackets without end in ${path}`, () => {
      for (const bracket of ['[', '{'])
        assert.equal(addToFile(path, bracket.repeat(50_000), 'a: 1').ok, false);
    });

  it('does not take merged lines that say a key twice', () => {
    const base = 'a: 1\n\n\nz: 1\n';
    const merged = mergeUpdate('x.yaml', base, 'new: 1\na: 1\n\n\nz: 1\n', 'a: 1\n\n\nz: 1\nnew: 1\n', sides);
    assert.deepEqual(parseYaml(merged.text), { new: 1, a: 1, z: 1 });
  });

  it('marks the file when merged lines cannot be read, though no line conflicts', () => {
    const merged = mergeUpdate('x.toml', '[c]\n', '[e]\n', 'e = []\n\n[c]\n', sides);
    assert.equal(merged.conflicts, 1);
    assert.ok(hasConflictMarkers(merged.text));
  });

  it('marks the lines when one key has two new values', () => {
    const merged = mergeUpdate('x.toml', 'a = 1\n', 'a = 2\n', 'a = 3\n', sides);
    assert.equal(merged.conflicts, 1);
    assert.ok(hasConflictMarkers(merged.text));
  });

  it('removes a key that the template removed and nobody changed', () => {
    const merged = mergeUpdate(
      'x.json',
      '{\n  "a": 1,\n  "b": 2\n}\n',
      '{\n  "a": 5,\n  "b": 2\n}\n',
      '{\n  "a": 1\n}\n',
      sides,
    );
    assert.deepEqual(merged.conflicts, 0);
    assert.deepEqual(JSON.parse(merged.text), { a: 5 });
  });
});

describe('renaming a key', () => {
  for (const [path, text, from, to, out] of [
    [
      'c.yaml',
      'services:\n  app: # x\n    a: 1\n',
      'services.app',
      'services.producer',
      'services:\n  producer: # x\n    a: 1\n',
    ],
    ['p.json', '{"a": {"b": 1}}', 'a.b', 'a.c', '{"a": {"c": 1}}'],
    ['p.toml', '[a]\nb = 1 # x\n', 'a.b', 'a.c', '[a]\nc = 1 # x\n'],
    ['.env', '# x\nA=1\n', 'A', 'B', '# x\nB=1\n'],
    ['c.yaml', 'a: 1\nb: 2\n', 'a', 'b', 'a: 1\nb: 2\n'],
  ] as const)
    it(`renames ${from} to ${to} in ${path}`, () => assert.equal(renameKey(path, text, from, to), out));
});
