import * as vscode from 'vscode';
import { loadCases, runCase } from '../../scaffold/cases';
import type { TemplateCase } from '../../scaffold/cases';
import { checkTemplate } from '../../scaffold/load-template';
import type { SourceFile } from '../../scaffold/load-template';
import { describeProblem } from '../../scaffold/result';
import type { Problem } from '../../scaffold/result';
import type { Template } from '../../scaffold/template';
import { textOf } from '../../scaffold/text';

const manifestName = 'template.yaml';

/** The cases of a template; the defaults alone where it has none that can be read. */
export function casesOf(files: readonly SourceFile[]): readonly TemplateCase[] {
  const cases = loadCases(files);
  if (cases.ok && cases.value.length > 0) return cases.value;
  return [{ name: 'defaults', answers: {}, workspace: new Map(), files: [], absent: [] }];
}

/** What a file of a template becomes with a case's answers, or why it becomes nothing. */
export async function previewOf(
  files: readonly SourceFile[],
  path: string,
  caseName: string | undefined,
): Promise<{ readonly text: string; readonly caseName: string | undefined }> {
  const { template, problems } = checkTemplate(files);
  const cases = casesOf(files);
  const wanted = cases.find(({ name }) => name === caseName) ?? cases[0];
  if (problems.length > 0 || !wanted) return { text: listOf(problems), caseName: wanted?.name };
  if (path === manifestName) return { text: await overviewOf(template, wanted), caseName: wanted.name };
  // The one file alone, so that its place and a neighbour's fault do not matter; rules of other files match nothing.
  const own = template.files.filter((file) => `files/${file.path}` === path);
  const result = await runCase({ ...template, files: own }, { ...wanted, files: [], absent: [] });
  if (!result.prepared) return { text: listOf(result.problems), caseName: wanted.name };
  const [preview] = result.prepared.previews;
  if (!preview) return { text: vscode.l10n.t('Not written with these answers.'), caseName: wanted.name };
  return { text: textOf(preview.after ?? new Uint8Array()) ?? '', caseName: wanted.name };
}

/** The files that come out of a case, with what is done to each. */
async function overviewOf(template: Template, wanted: TemplateCase): Promise<string> {
  const { prepared, problems } = await runCase(template, wanted);
  const lines = (prepared?.plan.files ?? []).map(({ path, action }) => `${action.padEnd(9)} ${path}`);
  const wires = (prepared?.plan.wiring ?? []).map(({ from, to }) => `# ${from ?? '–'} → ${to}`);
  return [`# ${template.manifest.title}: ${wanted.name}`, ...lines, ...wires, listOf(problems)].join('\n');
}

function listOf(problems: readonly Problem[]): string {
  return problems.map((problem) => `# ${describeProblem(problem)}\n`).join('');
}
