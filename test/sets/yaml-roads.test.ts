import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { TextSlices } from '../../src/core';
import type { TreeNode } from '../../src/core';
import { yamlFormat } from '../../src/formats/yaml/yaml';
import { registry } from './registry-under-test';

const root = path.resolve(import.meta.dirname, '../../..', 'shared');

describe('the two roads of YAML', () => {
  before(() => yamlFormat.load());

  it('give the same tree for every example of every rule', () => {
    const texts = [...registry.rules.values()]
      .flatMap(({ examples }) => [...examples.bad, ...examples.good])
      .filter((example) => /\.ya?ml$/.test(example.path))
      .map(({ text }) => text);
    assert.ok(texts.length > 20);
    for (const text of texts) compare(text, text);
  });

  for (const folder of ['corpus', 'peer-cases']) {
    it(`give the same tree on the files of ../shared/${folder}`, function () {
      const place = path.join(root, folder);
      if (!existsSync(place)) {
        console.log(`SKIPPED: ../shared/${folder} is not here`);
        this.skip();
      }
      const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.ya?ml$/.test(file),
      );
      assert.ok(files.length > 100);
      for (const file of files) compare(readFileSync(path.join(place, file), 'utf8'), file);
    });
  }
});

/** Both roads on each sub-document: they agree on what is broken, and on every node and range of what is not. */
function compare(text: string, name: string): void {
  for (const slice of new TextSlices(text, true).slices) {
    const fast = yamlFormat.parse(slice.text);
    const tolerant = yamlFormat.parseTolerant(slice.text);
    assert.equal(
      fast === undefined,
      tolerant.problems.length > 0,
      `${name}: one road refuses what the other takes`,
    );
    if (fast) assert.deepEqual(rows(fast.root), rows(tolerant.root), name);
  }
}

function rows(node: TreeNode | undefined, path = ''): string[] {
  if (!node) return [];
  const place = `${path} ${node.type} ${node.span.start}-${node.span.end}`;
  if (node.type === 'alias') return [`${place} ${node.name} ${node.target ? 'known' : 'dangling'}`];
  if (node.type === 'scalar')
    return [`${place} ${node.style} ${node.tag ?? ''} ${JSON.stringify(node.text)}`];
  if (node.type === 'list')
    return [place, ...node.items.flatMap((item, index) => rows(item, `${path}/${index}`))];
  const entries = node.entries.flatMap(({ key, keySpan, value }) => [
    `${path}/${key} ${keySpan.start}-${keySpan.end}`,
    ...rows(value, `${path}/${key}`),
  ]);
  return [place, ...entries];
}
