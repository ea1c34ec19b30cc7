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
          const places = findings.map((finding) => placeOf(example, finding));
          assert.deepEqual(places.sort(), placesMarked(example));
          if (findings.length > 1) assert.ok(findings.every(({ related }) => related.length > 0));
          for (const { messageId, message } of findings) {
            if (example.message !== undefined) assert.equal(messageId, example.message);
            assert.doesNotMatch(message, /\{\w+\}/);
          }
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
          assert.deepEqual(found ? [placeOf(example, found)] : [], placesMarked(example));
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
    { registry, crossRules, gapRules, matchesGlob: () => false },
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

/** The places that are marked, one for each file at most: more than one where a rule speaks in both files. */
function placesMarked({ files }: CrossExample): string[] {
  const places = Object.entries(files).flatMap(([path, marked]) => {
    const found = unmark(marked);
    return found ? [`${path} ${found.start}-${found.end}`] : [];
  });
  if (places.length === 0) throw new Error('no «» marks what is underlined');
  return places.sort();
}

function placeOf({ files }: CrossExample, { path, range }: Pick<Finding, 'path' | 'range'>): string {
  const marked = files[path] ?? '';
  const text = unmark(marked)?.text ?? marked;
  return `${path} ${offsetOf(text, range.start)}-${offsetOf(text, range.end)}`;
}
