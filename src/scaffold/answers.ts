import { validateAnswer } from './answer-check';
import { canonicalJson } from './canonical';
import { evaluate, isTruthy, scopeOf, type Scope, type Value } from './expression';
import { ok, refused, RefusedValue, type Problem, type Result } from './result';
import type { Answers, Manifest, Question } from './template';

/** What a template is rendered with: the answers that count, and everything that expressions and files may name. */
export interface Settled {
  /** The answers to the questions that were asked, secrets left out: what a plan and a record keep. */
  readonly answers: Answers;
  /** All names, without prototype: answers (also those not asked), secrets and derived values. */
  readonly scope: Scope;
  readonly secrets: readonly string[];
}

/** Fills in defaults, computes derived values and checks everything; each problem names its question in `path`. */
export function settleAnswers(manifest: Manifest, given: Readonly<Record<string, unknown>>): Result<Settled> {
  const problems: Problem[] = [...surplus(manifest, given)];
  const scope = scopeOf({});
  const answers: Record<string, Value> = {};
  for (const question of manifest.questions) {
    try {
      const asked = question.when === undefined || isTruthy(evaluate(question.when, scope));
      const value = asked ? answerOf(question, given, scope) : defaultOf(question, scope);
      const fault = validateAnswer(question, value);
      if (fault !== undefined) problems.push(problemOf(question, fault));
      // What depends on a wrong answer is computed from the default, lest one mistake be told as several.
      scope[question.name] = fault === undefined ? value : defaultOf(question, scope);
      if (asked && !question.secret) answers[question.name] = value;
      if (asked && fault === undefined) problems.push(...crossCheck(question, scope));
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      problems.push(problemOf(question, error.message));
      scope[question.name] = emptyOf(question);
    }
  }
  if (problems.length === 0) problems.push(...addDerived(manifest, scope));
  if (problems.length > 0) return refused(...problems);
  const secrets = manifest.questions.filter((question) => question.secret).map((question) => question.name);
  return ok({ answers, scope, secrets });
}

/** The default of a question, given the answers so far; a host shows it before the user has answered. */
export function defaultOf(question: Question, scope: Scope): Value {
  if (question.defaultFrom !== undefined) return evaluate(question.defaultFrom, scope);
  return question.default ?? emptyOf(question);
}

/** Whether a question is to be asked, given the answers so far. */
export function isAsked(question: Question, scope: Scope): boolean {
  return question.when === undefined || isTruthy(evaluate(question.when, scope));
}

/** Turns the text of a command line's `--answer name=text` into a value of the question's type. */
export function answerFromText(question: Question, text: string): Value {
  if (question.type === 'number' && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (question.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (question.type === 'list' || question.type === 'multi-choice')
    return text === '' ? [] : text.split(',').map((item) => item.trim());
  return text;
}

/** The answers in one spelling. */
export function canonicalAnswers(answers: Answers): string {
  return canonicalJson(answers);
}

function answerOf(question: Question, given: Readonly<Record<string, unknown>>, scope: Scope): Value {
  if (!Object.hasOwn(given, question.name)) return defaultOf(question, scope);
  const value = given[question.name];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(scalarOf);
  throw new RefusedValue('A text, a number, true, false or a list is expected.');
}

function scalarOf(item: unknown): string | number | boolean {
  if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return item;
  throw new RefusedValue('A list may hold only texts, numbers, true and false.');
}

function emptyOf(question: Question): Value {
  if (question.type === 'number') return 0;
  if (question.type === 'boolean') return false;
  return question.type === 'list' || question.type === 'multi-choice' ? [] : '';
}

function crossCheck(question: Question, scope: Scope): readonly Problem[] {
  if (question.check === undefined || isTruthy(evaluate(question.check, scope))) return [];
  return [problemOf(question, question.checkMessage ?? 'The answer does not fit the others.')];
}

function addDerived(manifest: Manifest, scope: Record<string, Value>): readonly Problem[] {
  for (const { name, from } of manifest.derived) {
    try {
      scope[name] = evaluate(from, scope);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      return [
        { code: 'answer-refused', message: `The derived value "${name}": ${error.message}`, path: name },
      ];
    }
  }
  return [];
}

function surplus(manifest: Manifest, given: Readonly<Record<string, unknown>>): readonly Problem[] {
  const known = new Set(manifest.questions.map((question) => question.name));
  const names = Object.keys(given).filter((name) => !known.has(name));
  return names.map((name) => ({
    code: 'answer-unknown',
    message: `"${name}" is not a question of ${manifest.id}.`,
    path: name,
    next: `Questions: ${[...known].join(', ')}.`,
  }));
}

function problemOf(question: Question, message: string): Problem {
  return {
    code: 'answer-refused',
    message: `${question.title} (${question.name}): ${message}`,
    path: question.name,
  };
}
