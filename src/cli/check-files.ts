import { readFileSync } from 'node:fs';
import { Project, settingsFileName } from '../core';
import type { Finding, Gap, RuleInfo, Settings, SettingsProblem } from '../core';
import { parts } from '../parts';
import type { CollectedFile, CollectedFiles, CollectedSettings } from './collect-files';
import type { CheckOptions } from './commands/check';
import { Progress } from './progress';
import { UsageError } from './streams';
import type { Surroundings } from './streams';

/** A finding with the absolute path of its file; `path` is as the user would write it. */
export interface CheckedFinding extends Finding {
  readonly absolutePath: string;
}

/** What a check found. */
export interface CheckResult {
  readonly findings: readonly CheckedFinding[];
  readonly gaps: readonly Gap[];
  /** How many files were read as one of our formats. */
  readonly files: number;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  /** All rules by id, for reporters that describe them. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

const largestFile = 8 * 1024 * 1024;

/** Reads and checks the files of one call. */
export async function checkFiles(
  collected: CollectedFiles,
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<CheckResult> {
  const rules = new Map<string, RuleInfo>([
    ...parts.registry.rules,
    ...parts.crossRules.map((rule) => [rule.id, rule] as const),
  ]);
  const only = typeof options.rules === 'string' ? undefined : new Set(options.rules);
  for (const id of only ?? []) if (!rules.has(id)) throw new UsageError(`There is no rule "${id}".`);
  const { project, errors, read } = await projectOf(collected, options, surroundings);
  const byPath = new Map(collected.files.map((file) => [file.path, file]));
  const cross = groupByPath(project.crossFindings());
  const findings: CheckedFinding[] = [];
  for (const file of collected.files) {
    if (!file.asked) continue;
    for (const finding of [...(project.file(file.path)?.findings() ?? []), ...(cross.get(file.path) ?? [])]) {
      if (!only || only.has(finding.rule)) findings.push(shown(finding, file, byPath));
    }
  }
  const gaps = project.gaps().map((gap) => ({ ...gap, path: byPath.get(gap.path)?.shownPath ?? gap.path }));
  return { findings, gaps, files: read, errors, rules };
}

/** How the files of one call are read. */
export interface ProjectSettings extends Pick<
  CheckOptions,
  'today' | 'rules' | 'noSuppressions' | 'noConfig'
> {
  /** Reads also files that the settings leave out. */
  readonly noIgnore?: boolean;
}

/** A project of the files of one call, read and checked; rules that threw are told on the error stream. */
export async function projectOf(
  collected: CollectedFiles,
  options: ProjectSettings,
  surroundings: Surroundings,
): Promise<{
  readonly project: Project;
  readonly errors: { path: string; message: string }[];
  readonly read: number;
}> {
  const forced: Partial<Settings> = options.rules === 'recommended' ? {} : { opinions: true };
  const { today, noSuppressions, noConfig, noIgnore } = options;
  const project = new Project(parts, {
    today,
    forced,
    closed: collected.closed,
    noSuppressions,
    noConfig,
    noIgnore,
  });
  const errors = [...collected.errors];
  if (!noConfig) await readSettingsFiles(project, collected, errors);
  const read = await readAll(project, collected.files, errors, surroundings);
  for (const { rule, path, message } of project.failures()) {
    surroundings.stderr.write(`ai-patterns: rule ${rule} failed on ${path}: ${message}\n`);
  }
  return { project, errors, read };
}

async function readSettingsFiles(
  project: Project,
  collected: CollectedFiles,
  errors: { path: string; message: string }[],
): Promise<void> {
  await project.prepare(settingsFileName);
  const tell = (file: CollectedSettings, problems: readonly SettingsProblem[]): void => {
    for (const { message } of problems) errors.push({ path: file.shownPath, message });
  };
  const read = collected.settings.flatMap((file) => {
    const text = readText(file, errors);
    return text === undefined ? [] : [{ ...file, text }];
  });
  const outer = read.filter(({ path }) => path === undefined);
  project.setOuterSettings(outer).forEach((problems, index) => {
    const file = outer[index];
    if (file) tell(file, problems);
  });
  for (const file of read)
    if (file.path !== undefined) tell(file, project.setSettingsFile(file.path, file.text));
}

async function readAll(
  project: Project,
  files: readonly CollectedFile[],
  errors: { path: string; message: string }[],
  surroundings: Surroundings,
): Promise<number> {
  const progress = new Progress(surroundings, files.length);
  let read = 0;
  for (const file of files) {
    progress.step();
    const format = await project.prepare(file.path);
    if (!format || project.isIgnored(file.path)) continue;
    const text = readText(file, errors);
    if (text === undefined) continue;
    read++;
    project.setFile(file.path, text, format);
  }
  progress.end();
  return read;
}

/** The text of a file; undefined for what is no text, or too large to be a configuration file. */
function readText(
  file: Pick<CollectedFile, 'absolutePath' | 'shownPath'>,
  errors: { path: string; message: string }[],
): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file.absolutePath);
  } catch (error) {
    errors.push({ path: file.shownPath, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
  if (bytes.length > largestFile) {
    errors.push({
      path: file.shownPath,
      message: `The file is larger than ${largestFile / 1024 / 1024} MB and was not read.`,
    });
    return undefined;
  }
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  return bytes.toString('utf8');
}

function groupByPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
  return groups;
}

function shown(
  finding: Finding,
  file: CollectedFile,
  byPath: ReadonlyMap<string, CollectedFile>,
): CheckedFinding {
  const related = finding.related.map((each) => ({
    ...each,
    path: byPath.get(each.path)?.shownPath ?? each.path,
  }));
  return { ...finding, related, path: file.shownPath, absolutePath: file.absolutePath };
}
