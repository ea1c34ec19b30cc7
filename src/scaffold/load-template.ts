import { bytesToBase64 } from './base64';
import { byCodeUnit } from './canonical';
import { lintTemplate } from './lint-template';
import { loadManifest } from './load-manifest';
import { parseProgram, type ParsedProgram } from './parse-program';
import { refused, ok, type Problem, type Result } from './result';
import type { Template, TemplateFile } from './template';
import { bytesOf, sameBytes, textOf } from './text';

/** One file of a template's folder, its path relative to that folder. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What was found in a template's folder, right or wrong; `warnings` do not hinder its use. */
export interface CheckedTemplate {
  readonly template: Template;
  readonly problems: readonly Problem[];
}

/** Reads and checks a template; refuses with line and column where it is broken. */
export function loadTemplate(files: readonly SourceFile[]): Result<Template> {
  const { template, problems } = checkTemplate(files);
  return problems.length > 0 ? refused(...problems) : ok(template);
}

/** Reads a template and lists its problems, for `template lint` and the editor, which go on with what can be read. */
export function checkTemplate(files: readonly SourceFile[]): CheckedTemplate {
  const manifestFile = files.find((file) => file.path === 'template.yaml');
  const text = manifestFile === undefined ? undefined : textOf(manifestFile.bytes);
  const { manifest, reader } = loadManifest('template.yaml', text ?? '');
  const programs = new Map<string, ParsedProgram>();
  const problems: Problem[] = [];
  const loaded = [...files]
    .filter((file) => file.path.startsWith('files/'))
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map((file) => loadFile(file, programs, problems));
  const template: Template = { manifest, files: loaded };
  if (text === undefined) return { template, problems: [missing(manifestFile !== undefined)] };
  if (reader.problems.length === 0) lintTemplate(template, reader, programs);
  return { template, problems: [...reader.problems, ...problems] };
}

function missing(isThere: boolean): Problem {
  const message = isThere ? 'template.yaml is not UTF-8 text.' : 'The folder has no template.yaml.';
  return { code: 'template-broken', message, path: 'template.yaml', line: 1, column: 1 };
}

function loadFile(file: SourceFile, programs: Map<string, ParsedProgram>, problems: Problem[]): TemplateFile {
  const path = file.path.slice('files/'.length);
  const text = textOf(file.bytes);
  if (path.endsWith('.hbs')) {
    if (text === undefined)
      problems.push({ code: 'template-broken', message: 'A .hbs file must be UTF-8 text.', path });
    const parsed = parseProgram(file.path, text ?? '');
    programs.set(path, parsed);
    problems.push(...parsed.problems);
    return { path, program: parsed.program };
  }
  // Only text that comes back byte for byte is kept as text.
  if (text !== undefined && sameBytes(bytesOf(text), file.bytes)) return { path, text };
  return { path, base64: bytesToBase64(file.bytes) };
}
