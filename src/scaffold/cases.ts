import { parseDocument } from 'yaml';
import { isPlain, byCodeUnit } from './canonical';
import type { SourceFile } from './load-template';
import { planScaffold, type PreparedPlan } from './plan';
import { readOnlyDisk } from './read-only-disk';
import { ok, refused, type Problem, type Result } from './result';
import type { Template } from './template';
import { textOf } from './text';

/** One case of a template: answers, what is in the workspace before, and which files must come out. */
export interface TemplateCase {
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly workspace: ReadonlyMap<string, Uint8Array>;
  readonly files: readonly string[];
  readonly absent: readonly string[];
}

/** What a case gave: the plan, and what is not as expected. */
export interface CaseResult {
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly prepared?: PreparedPlan;
}

/** Reads the cases below `cases/` of a template's folder. */
export function loadCases(files: readonly SourceFile[]): Result<readonly TemplateCase[]> {
  const names = [...new Set(files.flatMap((file) => /^cases\/([^/]+)\//.exec(file.path)?.[1] ?? []))].sort(
    byCodeUnit,
  );
  const problems: Problem[] = [];
  const cases = names.map((name) => {
    const folder = `cases/${name}`;
    const answers = readYaml(files, `${folder}/answers.yaml`, problems);
    const expected = readYaml(files, `${folder}/expect.yaml`, problems);
    const before = files.filter((file) => file.path.startsWith(`${folder}/workspace/`));
    const workspace = new Map(
      before.map((file) => [file.path.slice(`${folder}/workspace/`.length), file.bytes]),
    );
    return { name, answers, workspace, files: texts(expected['files']), absent: texts(expected['absent']) };
  });
  return problems.length > 0 ? refused(...problems) : ok(cases);
}

function readYaml(
  files: readonly SourceFile[],
  path: string,
  problems: Problem[],
): Readonly<Record<string, unknown>> {
  const file = files.find((candidate) => candidate.path === path);
  const document = parseDocument(file === undefined ? '' : (textOf(file.bytes) ?? '%'));
  const [error] = document.errors;
  const place = error?.linePos?.[0];
  if (error !== undefined)
    problems.push({
      code: 'case-broken',
      message: error.message,
      path,
      line: place?.line ?? 1,
      column: place?.col ?? 1,
    });
  const value: unknown = error === undefined ? (document.toJS() ?? {}) : {};
  if (isPlain(value)) return value;
  problems.push({ code: 'case-broken', message: 'A mapping is expected.', path, line: 1, column: 1 });
  return {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Plans a case in memory and compares what comes out with what is expected. */
export async function runCase(template: Template, wanted: TemplateCase): Promise<CaseResult> {
  const component = { id: 'case', template, destination: '', answers: wanted.answers };
  const prepared = await planScaffold(readOnlyDisk(wanted.workspace), { components: [component] });
  if (!prepared.ok) return { name: wanted.name, problems: prepared.problems };
  const { files } = prepared.value.plan;
  const written = new Set(files.map((file) => file.path));
  const problem = (message: string, path: string): Problem => ({ code: 'case-failed', message, path });
  const problems = [
    ...wanted.files
      .filter((path) => !written.has(path))
      .map((path) => problem(`"${path}" is not written.`, path)),
    ...wanted.absent
      .filter((path) => written.has(path))
      .map((path) => problem(`"${path}" is written.`, path)),
    ...files
      .filter((file) => file.open === true)
      .map(({ path }) => problem(`"${path}" is a conflict.`, path)),
  ];
  return { name: wanted.name, problems, prepared: prepared.value };
}
