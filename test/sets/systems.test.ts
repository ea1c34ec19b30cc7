import { strict as assert } from 'node:assert';
import { Project, defaultSettings } from '../../src/core';
import type { CrossExample, Finding } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { registry } from './registry-under-test';
import { offsetOf, unmark } from './rule-examples';

describe('cross-file rules', () => {
  for (const rule of crossRules) {
    describe(rule.id, () => {
      const findingsIn = async (example: CrossExample): Promise<Finding[]> =>
        (await projectOf(example)).crossFindings().filter((finding) => finding.rule === rule.id);
      rule.examples.bad.forEach((example, index) => {
        it(`finds bad example ${index + 1}`, async () => {
          const findings = await findingsIn(example);
          const [finding] = findings;
          assert.equal(findings.length, 1);
          assert.equal(finding && placeOf(example, finding), placeMarked(example));
          if (example.message !== undefined) assert.equal(finding?.messageId, example.message);
        });
      });
      rule.examples.good.forEach((example, index) => {
        it(`is silent on good example ${index + 1}`, async () => {
          assert.deepEqual(await findingsIn(example), []);
        });
      });
    });
  }
});

describe('gaps', () => {
  for (const gap of gapRules) {
    describe(gap.id, () => {
      gap.examples.bad.forEach((example, index) => {
        it(`sees bad example ${index + 1}`, async () => {
          const [found, ...more] = (await projectOf(example)).gaps().filter(({ id }) => id === gap.id);
          assert.equal(more.length, 0);
          assert.equal(found && placeOf(example, found), placeMarked(example));
        });
      });
      gap.examples.good.forEach((example, index) => {
        it(`sees nothing in good example ${index + 1}`, async () => {
          const found = (await projectOf(example)).gaps().filter(({ id }) => id === gap.id);
          assert.deepEqual(found, []);
        });
      });
    });
  }
});

/** The example's files as a whole folder, with every rule at work. */
async function projectOf(example: CrossExample): Promise<Project> {
  const project = new Project(
    { registry, crossRules, gapRules },
    {
      today: '2026-11-23',
      closed: true,
      forced: { ...defaultSettings, environment: 'prod', opinions: true },
    },
  );
  for (const [path, marked] of Object.entries(example.files)) {
    const format = await project.prepare(path);
    assert.ok(format, `no format for ${path}`);
    project.setFile(path, unmark(marked)?.text ?? marked, format);
  }
  assert.deepEqual(project.failures(), []);
  return project;
}

function placeMarked({ files }: CrossExample): string {
  for (const [path, marked] of Object.entries(files)) {
    const found = unmark(marked);
    if (found) return `${path} ${found.start}-${found.end}`;
  }
  throw new Error('no «» marks what is underlined');
}

function placeOf({ files }: CrossExample, { path, range }: Pick<Finding, 'path' | 'range'>): string {
  const marked = files[path] ?? '';
  const text = unmark(marked)?.text ?? marked;
  return `${path} ${offsetOf(text, range.start)}-${offsetOf(text, range.end)}`;
}
