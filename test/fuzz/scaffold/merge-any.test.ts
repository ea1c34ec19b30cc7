import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import { hasConflictMarkers } from '../../../src/scaffold/merge/diff3';
import { addToFile, findOpener, mergeUpdate } from '../../../src/scaffold/merge/merge-files';

const sides = { mine: 'yours', base: 'template 1', theirs: 'template 2' };
const key = fc.constantFrom('a', 'b', 'c-d', 'e', 'resources');
const scalar = fc.oneof(
  fc.constantFrom('x', 'y', '1', 'true', 'a b', '#', 'q: r'),
  fc.integer({ min: 0, max: 9 }),
  fc.boolean(),
);
const leaf = fc.oneof(scalar, fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 }));
const flat = fc.dictionary(key, leaf, { maxKeys: 4 });
const data = fc.dictionary(key, fc.oneof(leaf, flat), { maxKeys: 4 });
type Data = Readonly<Record<string, unknown>>;

function toml(value: Data): string {
  const pairs = Object.entries(value);
  const line = ([name, member]: [string, unknown]): string =>
    `${name} = ${JSON.stringify(member)} # ${name}\n`;
  const isTable = ([, member]: [string, unknown]): boolean =>
    typeof member === 'object' && !Array.isArray(member);
  const tables = pairs.filter(isTable).map(
    ([name, member]) =>
      `\n[${name}]\n${Object.entries(member as Data)
        .map(line)
        .join('')}`,
  );
  return (
    pairs
      .filter((pair) => !isTable(pair))
      .map(line)
      .join('') + tables.join('')
  );
}

const writers: Readonly<Record<string, (value: Data) => string>> = {
  'x.yaml': (value) => `# head\n${Object.keys(value).length === 0 ? '' : stringify(value)}`,
  'x.json': (value) => `${JSON.stringify(value, null, 2)}\n`,
  'x.toml': toml,
  '.env': (value) =>
    Object.keys(value)
      .map((name) => `${name.replace('-', '_')}=${JSON.stringify(value[name]).replace(/\W/g, '')}\n`)
      .join(''),
  '.gitignore': (value) =>
    Object.keys(value)
      .map((name) => `${name}/\n`)
      .join(''),
};

describe('merging any three files', function () {
  this.timeout(60_000);
  for (const [path, write] of Object.entries(writers)) {
    it(`${path}: gives a sound file or marks the conflict, and keeps every key that only the user has`, () => {
      let clean = 0;
      fc.assert(
        fc.property(data, data, data, (base, mine, theirs) => {
          const merged = mergeUpdate(path, write(base), write(mine), write(theirs), sides);
          if (merged.conflicts > 0) return assert.ok(hasConflictMarkers(merged.text));
          clean++;
          const opened = findOpener(path)?.(merged.text);
          assert.ok(opened, merged.text);
          const before = findOpener(path)?.(write(mine))?.value as Data;
          const old = findOpener(path)?.(write(base))?.value as Data;
          for (const name of Object.keys(before))
            if (!(name in old)) assert.ok(name in (opened.value as Data), name);
          return undefined;
        }),
        { numRuns: 400 },
      );
      assert.ok(clean > 20, `only ${clean} clean merges`);
    });

    it(`${path}: adding keeps what is there, and twice is once`, () => {
      fc.assert(
        fc.property(data, data, (mine, theirs) => {
          const added = addToFile(path, write(mine), write(theirs));
          if (!added.ok) return;
          const value = findOpener(path)?.(added.text)?.value as Data;
          for (const name of Object.keys(findOpener(path)?.(write(mine))?.value as Data))
            assert.ok(name in value);
          for (const name of Object.keys(findOpener(path)?.(write(theirs))?.value as Data))
            assert.ok(name in value);
          assert.deepEqual(addToFile(path, added.text, write(theirs)), added);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('survives texts that are no such files at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
        for (const path of [...Object.keys(writers), 'requirements.txt']) {
          addToFile(path, mine, theirs);
          mergeUpdate(path, base, mine, theirs, sides);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads its own YAML as any reader does', () => {
    fc.assert(
      fc.property(data, data, (mine, theirs) => {
        const added = addToFile('x.yaml', stringify(mine), stringify(theirs));
        if (added.ok) parseYaml(added.text);
      }),
    );
  });
});
