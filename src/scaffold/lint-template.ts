import { namesIn, type Expression } from './expression';
import type { ManifestReader } from './manifest-reader';
import type { Branch, ParsedProgram } from './parse-program';
import { placeholdersIn } from './path-names';
import { matchesGlob } from './paths';
import type { Problem } from './result';
import { isUnreachable, unreachablePart } from './reachability';
import type { FileRule, Manifest, Question, Template } from './template';

/** Checks a template as a whole: every name is known where it is used, every question is used, every rule matches. */
export function lintTemplate(
  template: Template,
  reader: ManifestReader,
  programs: ReadonlyMap<string, ParsedProgram>,
): void {
  new Linter(template, reader, programs).run();
}

class Linter {
  private readonly used = new Set<string>();
  private readonly known = new Set<string>();
  /** Conditions that were reported, so that what follows from them is not. */
  private readonly dead = new Set<Expression>();
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly manifest: Manifest;

  constructor(
    private readonly template: Template,
    private readonly reader: ManifestReader,
    private readonly programs: ReadonlyMap<string, ParsedProgram>,
  ) {
    this.manifest = template.manifest;
    this.questions = new Map(this.manifest.questions.map((question) => [question.name, question]));
  }

  run(): void {
    for (const question of this.manifest.questions) this.question(question);
    for (const { name, from } of this.manifest.derived) {
      this.expression(from);
      if (this.known.has(name)) this.report(`There is a question and a derived value named "${name}".`);
      this.known.add(name);
    }
    for (const rule of this.manifest.files) {
      this.expression(rule.when, true);
      this.placeholders(rule.rename ?? '', `rename of ${rule.path}`);
      if (!this.template.files.some((file) => matchesGlob(rule.path, file.path)))
        this.report(`The file rule "${rule.path}" matches no file.`);
    }
    this.ports();
    for (const { text, when } of this.manifest.next) {
      this.placeholders(text, 'next');
      this.expression(when, true);
    }
    for (const file of this.template.files) this.file(file.path);
    this.unused();
  }

  private question(question: Question): void {
    this.expression(question.when, true);
    this.expression(question.defaultFrom);
    this.known.add(question.name);
    // A check may read the question itself, which does not count as a use.
    const wasUsed = this.used.has(question.name);
    this.expression(question.check, true);
    if (!wasUsed) this.used.delete(question.name);
  }

  private ports(): void {
    for (const port of this.manifest.provides)
      for (const expression of [port.name, ...Object.values(port.attributes)]) this.expression(expression);
    for (const { when } of [...this.manifest.provides, ...this.manifest.requires])
      this.expression(when, true);
    for (const port of this.manifest.requires)
      for (const name of Object.keys(port.answers))
        if (!this.questions.has(name))
          this.report(`The required port "${port.id}" answers "${name}", which is no question.`);
  }

  private file(path: string): void {
    this.placeholders(path, `path ${path}`);
    const rules = this.manifest.files.filter((rule) => matchesGlob(rule.path, path));
    const mayHoldSecrets = rules.some((rule) => rule.secret === true);
    const { names = [], branches = [] } = this.programs.get(path) ?? {};
    for (const { name, line, column } of names) {
      this.used.add(name);
      const at = { path: `files/${path}`, line, column };
      if (!this.known.has(name))
        this.problem({
          message: `"${name}" is neither a question nor derived.`,
          ...at,
          ...this.suggestion(name),
        });
      if (this.questions.get(name)?.secret === true && !mayHoldSecrets)
        this.problem({
          message: `The secret "${name}" is used in a file that has no rule with secret: true.`,
          next: 'Give the file such a rule, or do not use the secret here.',
          ...at,
        });
    }
    this.reach(path, rules, branches);
  }

  /** Conditions that exclude each other: of all rules of a file, and of the blocks in it. */
  private reach(path: string, rules: readonly FileRule[], branches: readonly Branch[]): void {
    const outer = rules.flatMap(({ when }) => when ?? []);
    if (outer.some((when) => this.dead.has(when))) return;
    const last = outer.at(-1);
    if (last !== undefined && outer.length > 1 && isUnreachable(outer, this.manifest)) {
      this.reader.reportAt(
        this.reader.places.get(last) ?? 0,
        `${path} is never written: this and its other rules never hold together.`,
      );
      return;
    }
    const told: Branch[] = [];
    for (const branch of branches) {
      // What stands inside an unreachable block is unreachable too, and said once.
      if (told.some(({ conditions }) => conditions.every((each, at) => branch.conditions[at] === each)))
        continue;
      if (!isUnreachable([...outer, ...branch.conditions], this.manifest)) continue;
      told.push(branch);
      const { line, column } = branch;
      this.problem({
        message: 'No answers lead here: the condition never holds.',
        path: `files/${path}`,
        line,
        column,
      });
    }
  }

  private unused(): void {
    for (const name of this.questions.keys())
      if (!this.used.has(name))
        this.report(`The question "${name}" changes nothing: no file, path or condition uses it.`);
  }

  private placeholders(text: string, what: string): void {
    for (const name of placeholdersIn(text)) {
      this.used.add(name);
      if (!this.known.has(name)) this.report(`${what}: "{{${name}}}" is neither a question nor derived.`);
      if (this.questions.get(name)?.secret === true)
        this.report(`${what}: the secret "${name}" cannot be part of it.`);
    }
  }

  private condition(expression: Expression, start: number): void {
    const part = unreachablePart(expression, this.manifest);
    if (part === undefined) return;
    this.dead.add(expression);
    this.reader.reportAt(
      start + firstOffset(part),
      part === expression ? 'No answers make this hold.' : 'No answers make this side of the "or" hold.',
    );
  }

  private expression(expression: Expression | undefined, isCondition = false): void {
    if (expression === undefined) return;
    const start = this.reader.places.get(expression) ?? 0;
    for (const { name, at } of namesIn(expression)) {
      this.used.add(name);
      if (!this.known.has(name))
        this.reader.reportAt(start + at, `"${name}" is not known here.`, this.suggestion(name).next);
      if (this.questions.get(name)?.secret === true)
        this.reader.reportAt(start + at, `The secret "${name}" cannot be part of an expression.`);
    }
    const impossibles = impossibleComparisons(expression, this.questions);
    for (const { at, message } of impossibles) this.reader.reportAt(start + at, message);
    if (impossibles.length > 0) this.dead.add(expression);
    else if (isCondition) this.condition(expression, start);
  }

  private suggestion(name: string): { next?: string } {
    const near = [...this.known].find(
      (known) => known.toLowerCase() === name.toLowerCase() || isNear(known, name),
    );
    return near === undefined ? {} : { next: `Did you mean "${near}"?` };
  }

  private report(message: string): void {
    this.reader.report(undefined, message);
  }

  private problem(problem: Omit<Problem, 'code'>): void {
    this.reader.problems.push({ code: 'template-broken', ...problem });
  }
}

/** Where an expression begins: `at` of an operator is the operator's own. */
function firstOffset(expression: Expression): number {
  return 'left' in expression ? firstOffset(expression.left) : expression.at;
}

/** Whether two names differ by one letter that is missing, added or changed. */
function isNear(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left.at(-1 - end) === right.at(-1 - end)) end++;
  return Math.max(left.length, right.length) - start - end <= 1;
}

/** Comparisons of a choice with a text that it does not offer: they never hold. */
function impossibleComparisons(
  expression: Expression,
  questions: ReadonlyMap<string, Question>,
): readonly { at: number; message: string }[] {
  switch (expression.is) {
    case 'not':
      return impossibleComparisons(expression.of, questions);
    case 'and':
    case 'or':
      return [expression.left, expression.right].flatMap((side) => impossibleComparisons(side, questions));
    case 'binary':
      return [
        ...impossible(expression.left, expression.right, questions),
        ...impossible(expression.right, expression.left, questions),
      ];
    default:
      return [];
  }
}

function impossible(
  side: Expression,
  other: Expression,
  questions: ReadonlyMap<string, Question>,
): readonly { at: number; message: string }[] {
  const question = side.is === 'name' ? questions.get(side.name) : undefined;
  if (question === undefined || question.options.length === 0) return [];
  const literals = other.is === 'list' ? other.items : [other];
  return literals.flatMap((literal) => {
    if (literal.is !== 'literal' || question.options.some((option) => option.value === literal.value))
      return [];
    return [
      {
        at: literal.at,
        message: `"${question.name}" does not offer "${literal.value}", so this never holds.`,
      },
    ];
  });
}
