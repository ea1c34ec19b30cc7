import { base64ToBytes } from './base64';
import { evaluate, isTruthy, type Expression, type Scope } from './expression';
import type { Settled } from './answers';
import { fillPath, fillSentence } from './path-names';
import { findCollisions, findPathProblem, matchesGlob } from './paths';
import { ok, refused, RefusedValue, type Problem, type Result } from './result';
import { runProgram } from './run-program';
import type { Existing, FileRule, Manifest, Template, TemplateFile } from './template';
import { bytesOf } from './text';

/** A file as a template writes it, before the workspace is looked at. */
export interface RenderedFile {
  /** Below the component's destination. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
  readonly existing: Existing;
  readonly secret: boolean;
}

/** A port with its name and attributes worked out. */
export interface Port {
  readonly id: string;
  readonly port: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const largestFileInBytes = 5 * 1024 * 1024;

/** Renders every file of a template that its conditions let through, in memory. */
export function renderTemplate(template: Template, settled: Settled): Result<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  const problems: Problem[] = [];
  for (const file of template.files) {
    try {
      const rendered = renderFile(file, template.manifest, settled.scope);
      if (rendered !== undefined) files.push(rendered);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      problems.push({
        code: 'render-refused',
        message: error.message,
        path: file.path,
        next: 'Change the answer that is written there.',
      });
    }
  }
  problems.push(...files.flatMap((file) => [...faultsOf(file)]));
  problems.push(...findCollisions(files.map((file) => file.path)));
  return problems.length > 0 ? refused(...problems) : ok(files);
}

/** The ports that a component provides with these answers. */
export function providedPorts(manifest: Manifest, scope: Scope): readonly Port[] {
  return manifest.provides
    .filter((port) => holds(port.when, scope))
    .map((port) => ({
      id: port.id,
      port: port.port,
      name: String(evaluate(port.name, scope)),
      attributes: Object.fromEntries(
        Object.entries(port.attributes).map(([name, from]) => [name, String(evaluate(from, scope))]),
      ),
    }));
}

/** The sentences that tell the user what to do next. */
export function nextSteps(manifest: Manifest, scope: Scope): readonly string[] {
  return manifest.next
    .filter((step) => holds(step.when, scope))
    .map((step) => fillSentence(step.text, scope));
}

function holds(when: Expression | undefined, scope: Scope): boolean {
  return when === undefined || isTruthy(evaluate(when, scope));
}

function renderFile(file: TemplateFile, manifest: Manifest, scope: Scope): RenderedFile | undefined {
  const rules = rulesFor(file, manifest);
  if (!rules.every((rule) => holds(rule.when, scope))) return undefined;
  return {
    path: targetOf(file.path, rules, scope),
    bytes: contentOf(file, scope),
    executable: lastOf(rules, 'executable') ?? false,
    existing: lastOf(rules, 'existing') ?? 'merge',
    secret: lastOf(rules, 'secret') ?? false,
  };
}

/** Which rules match which file is the same for all answers: worked out once for a template. */
const matching = new WeakMap<TemplateFile, { readonly of: Manifest; readonly rules: readonly FileRule[] }>();

function rulesFor(file: TemplateFile, manifest: Manifest): readonly FileRule[] {
  const known = matching.get(file);
  if (known?.of === manifest) return known.rules;
  const rules = manifest.files.filter((rule) => matchesGlob(rule.path, file.path));
  matching.set(file, { of: manifest, rules });
  return rules;
}

function lastOf<Key extends keyof FileRule>(rules: readonly FileRule[], key: Key): FileRule[Key] | undefined {
  return rules.findLast((rule) => rule[key] !== undefined)?.[key];
}

function targetOf(path: string, rules: readonly FileRule[], scope: Scope): string {
  const renamed = lastOf(rules, 'rename');
  return fillPath(renamed ?? path.replace(/\.hbs$/, ''), scope);
}

/** The last content of each file: a plan is made again and again with answers that change little of it. */
const contents = new WeakMap<TemplateFile, { readonly text: string; readonly bytes: Uint8Array }>();

function contentOf(file: TemplateFile, scope: Scope): Uint8Array {
  const text = 'program' in file ? runProgram(file.program, scope) : 'text' in file ? file.text : file.base64;
  const known = contents.get(file);
  if (known?.text === text) return known.bytes;
  const bytes = 'base64' in file ? base64ToBytes(text) : bytesOf(text);
  contents.set(file, { text, bytes });
  return bytes;
}

function* faultsOf(file: RenderedFile): Iterable<Problem> {
  const problem = findPathProblem(file.path);
  if (problem !== undefined) yield problem;
  if (file.path.split('/')[0]?.toLowerCase() === '.ai-patterns')
    yield {
      code: 'path-refused',
      message: `"${file.path}" is in the folder of the records.`,
      path: file.path,
    };
  if (file.bytes.length > largestFileInBytes)
    yield { code: 'file-too-large', message: `"${file.path}" would be larger than 5 MB.`, path: file.path };
}
