import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Project, defaultSettings } from '../../src/core';
import type { Gap } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { settleAnswers } from '../../src/scaffold/answers';
import { loadTemplate } from '../../src/scaffold/load-template';
import { renderTemplate } from '../../src/scaffold/render';
import { describeProblem } from '../../src/scaffold/result';
import type { Result } from '../../src/scaffold/result';
import { registry } from './registry-under-test';
import { unmark } from './rule-examples';

const templates = path.resolve(import.meta.dirname, '../../templates');

describe('the action of a gap', function () {
  this.timeout(30_000);
  for (const rule of gapRules) {
    rule.examples.bad.forEach((example, index) => {
      it(`fills ${rule.id} in bad example ${index + 1}`, async function () {
        const files = Object.entries(example.files).map(
          ([name, text]) => [name, unmark(text)?.text ?? text] as const,
        );
        const [gap] = await gapsIn(files, rule.id);
        assert.ok(gap);
        // A template that is not there yet cannot be tried.
        if (!existsSync(path.join(templates, gap.action.template))) this.skip();
        const made = scaffolded(gap);
        assert.deepEqual(await gapsIn([...files, ...made], rule.id), []);
      });
    });
  }
});

async function gapsIn(files: readonly (readonly [string, string])[], id: string): Promise<Gap[]> {
  const project = new Project(
    { registry, crossRules, gapRules, matchesGlob: () => false },
    { today: '2026-11-23', closed: true, forced: { ...defaultSettings, environment: 'prod' } },
  );
  for (const [name, text] of files) {
    const format = await project.prepare(name);
    if (format) project.setFile(name, text, format);
  }
  return project.gaps().filter((gap) => gap.id === id);
}

/** What the action would write, below a folder of its own. */
function scaffolded({ action }: Gap): [string, string][] {
  const folder = path.join(templates, action.template);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => ({ path: file.split(path.sep).join('/'), bytes: readFileSync(path.join(folder, file)) }));
  const template = valueOf(loadTemplate(sources));
  const asked = new Set(template.manifest.questions.map(({ name }) => name));
  assert.deepEqual(
    Object.keys(action.answers).filter((name) => !asked.has(name)),
    [],
    `${action.template} does not ask for these answers`,
  );
  const answers = valueOf(settleAnswers(template.manifest, action.answers));
  return valueOf(renderTemplate(template, answers)).map((file) => [
    `made/${file.path}`,
    new TextDecoder().decode(file.bytes),
  ]);
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(describeProblem).join('\n'));
}
